import { onnxAttributeKind, onnxType } from './onnx-schema.ts';
import type { OnnxAttribute, OnnxNode, OnnxTensor } from './onnx-schema.ts';

/** Attributes of an operation: an integer, a list of integers, or a float marked as one. */
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;

/** A graph while it is being written. Every method returns the name under which its value can be used. */
export type GraphDraft = {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  /** Adds an operation; `output` names its one result, else a name is made. */
  node(opType: string, inputs: readonly string[], attributes?: Attributes, output?: string): string;
  /** Adds a tensor of half-precision numbers, little-endian and row-major. */
  halves(name: string, dims: readonly number[], bytes: Uint8Array): string;
  /** Adds a vector of 64-bit integers. */
  integers(name: string, values: readonly number[]): string;
  /** Adds one single-precision number. */
  float(name: string, value: number): string;
};

/** An empty graph to write into. */
export function startGraphDraft(): GraphDraft {
  const nodes: OnnxNode[] = [];
  const constants: OnnxTensor[] = [];
  const constant = (name: string, dataType: number, dims: readonly number[], rawData: Uint8Array): string => {
    constants.push({ name, dataType, dims, rawData });
    return name;
  };
  return {
    nodes,
    constants,
    node(opType, inputs, attributes = {}, output = `value_${nodes.length}`) {
      const attribute = Object.entries(attributes).map(([name, value]) => attributeOf(name, value));
      nodes.push({
        name: `${opType}_${nodes.length}`,
        opType,
        input: inputs,
        output: [output],
        attribute,
      });
      return output;
    },
    halves: (name, dims, bytes) => constant(name, onnxType.half, dims, bytes),
    integers(name, values) {
      const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
      return constant(name, onnxType.int64, [values.length], bytes);
    },
    float: (name, value) => constant(name, onnxType.float, [], new Uint8Array(Float32Array.of(value).buffer)),
  };
}

function attributeOf(name: string, value: Attributes[string]): OnnxAttribute {
  if (typeof value === 'number') return { name, type: onnxAttributeKind.int, i: value };
  if ('float' in value) return { name, type: onnxAttributeKind.float, f: value.float };
  return { name, type: onnxAttributeKind.ints, ints: value };
}
