/** What a command is given of the world around it. */
export type CommandContext = {
  readonly version: string;
  readonly resourcesFolder: string;
  readonly modelsFolder: string;
  /** Where the desk's own data lies. */
  readonly dataFolder: string;
  /** A line of the answer, on standard output. */
  readonly print: (line: string) => void;
  /** A line beside the answer, on standard error. */
  readonly note: (line: string) => void;
};
