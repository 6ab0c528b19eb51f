import protobuf from 'protobufjs/light.js';

/** Element types of ONNX tensors that MiniLM's graph uses (TensorProto.DataType in onnx.proto). */
export const onnxType = { float: 1, int64: 7, half: 10 } as const;

/** Kinds of ONNX attributes that MiniLM's graph uses (AttributeProto.AttributeType in onnx.proto). */
export const onnxAttributeKind = { float: 1, int: 2, ints: 7 } as const;

/** A constant of the graph; `rawData` is little-endian and row-major. */
export type OnnxTensor = {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly rawData: Uint8Array;
};

/** A named attribute of a node; only the field its `type` names is set. */
export type OnnxAttribute = {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
  readonly ints?: readonly number[];
};

/** One operation: its inputs and outputs are names of constants, graph inputs or other nodes' outputs. */
export type OnnxNode = {
  readonly name: string;
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly OnnxAttribute[];
};

/** An input or output of the graph; a string dimension is symbolic (any size, equal wherever named). */
export type OnnxValue = {
  readonly name: string;
  readonly elementType: number;
  readonly dims: readonly (number | string)[];
};

/** A whole graph, its nodes in an order in which they can run. */
export type OnnxGraph = {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
};

// Opset 20 is the first with Gelu as one operation; IR version 9 is the one released with it (onnx Versioning.md).
const opsetVersion = 20;
const irVersion = 9;

type Field = { readonly id: number; readonly type: string; readonly rule?: 'repeated' };
const one = (id: number, type: string): Field => ({ id, type });
const many = (id: number, type: string): Field => ({ id, type, rule: 'repeated' });

// The needed subset of onnx.proto (onnx/onnx, proto2): field numbers and types are the published ones.
const messages = {
  ModelProto: {
    irVersion: one(1, 'int64'),
    producerName: one(2, 'string'),
    graph: one(7, 'GraphProto'),
    opsetImport: many(8, 'OperatorSetIdProto'),
  },
  OperatorSetIdProto: { domain: one(1, 'string'), version: one(2, 'int64') },
  GraphProto: {
    node: many(1, 'NodeProto'),
    name: one(2, 'string'),
    initializer: many(5, 'TensorProto'),
    input: many(11, 'ValueInfoProto'),
    output: many(12, 'ValueInfoProto'),
  },
  NodeProto: {
    input: many(1, 'string'),
    output: many(2, 'string'),
    name: one(3, 'string'),
    opType: one(4, 'string'),
    attribute: many(5, 'AttributeProto'),
  },
  AttributeProto: {
    name: one(1, 'string'),
    f: one(2, 'float'),
    i: one(3, 'int64'),
    ints: many(8, 'int64'),
    type: one(20, 'int32'),
  },
  TensorProto: {
    dims: many(1, 'int64'),
    dataType: one(2, 'int32'),
    name: one(8, 'string'),
    rawData: one(9, 'bytes'),
  },
  ValueInfoProto: { name: one(1, 'string'), type: one(2, 'TypeProto') },
  TypeProto: { tensorType: one(1, 'TensorTypeProto') },
  TensorTypeProto: { elemType: one(1, 'int32'), shape: one(2, 'TensorShapeProto') },
  TensorShapeProto: { dim: many(1, 'DimensionProto') },
  DimensionProto: { dimValue: one(1, 'int64'), dimParam: one(2, 'string') },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** The bytes of an `.onnx` file that holds this graph. The same graph always gives the same bytes. */
export function encodeOnnxModel(graph: OnnxGraph): Uint8Array {
  const nested = Object.fromEntries(Object.entries(messages).map(([name, fields]) => [name, { fields }]));
  const model = protobuf.Root.fromJSON({ nested: { onnx: { nested } } }).lookupType('onnx.ModelProto');
  return model
    .encode({
      irVersion,
      producerName: 'deskside',
      opsetImport: [{ domain: '', version: opsetVersion }],
      graph: {
        name: graph.name,
        node: graph.nodes,
        initializer: graph.constants,
        input: graph.inputs.map(valueInfo),
        output: graph.outputs.map(valueInfo),
      },
    })
    .finish();
}

function valueInfo({ name, elementType, dims }: OnnxValue): object {
  const dim = dims.map((side) => (typeof side === 'string' ? { dimParam: side } : { dimValue: side }));
  return { name, type: { tensorType: { elemType: elementType, shape: { dim } } } };
}
