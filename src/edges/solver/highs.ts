import highsModule, { type Highs, type Model, type ModelData } from 'highs';
import { attackContradiction } from '#src/disclosure/attack/attack-contradiction.ts';
import type { AttackedTable } from '#src/disclosure/attack/attacked-table.ts';
import { Fault } from '#src/fault.ts';
import type { LinearProgram, LinearSolver } from '#src/ports.ts';

/** Primal simplex without presolve: a changed objective then starts from the last solution. */
const settings = {
  output_flag: false,
  presolve: 'off',
  solver: 'simplex',
  simplex_strategy: 4,
} as const;

/** HiGHS, compiled to WebAssembly and run in this thread. Every program that is opened must be closed: its memory is not collected. */
export async function makeHighsSolver(): Promise<LinearSolver> {
  // The package's types describe its CommonJS file, where the loader is `default`; its ES module exports the loader itself.
  const loadHighs = highsModule as unknown as typeof highsModule.default;
  const highs = await loadHighs();
  return { open: (table) => openProgram(highs, table) };
}

function openProgram(highs: Highs, table: AttackedTable): LinearProgram {
  const model = highs.createModel(modelOf(highs, table));
  model.options.set(settings);
  let weighted: ArrayLike<number> = [];
  return {
    maximise: (cells, weights) => {
      setCosts(model, weighted, new Float64Array(weighted.length));
      setCosts(model, cells, weights);
      weighted = cells;
      return solve(highs, model);
    },
    close: () => model.dispose(),
  };
}

function setCosts(model: Model, cells: ArrayLike<number>, weights: ArrayLike<number>): void {
  const order = [...Array(cells.length).keys()].sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0));
  model.changeColsCost(
    { kind: 'set', indices: order.map((at) => cells[at] ?? 0) },
    order.map((at) => weights[at] ?? 0),
  );
}

function solve({ constants }: Highs, model: Model): Float64Array | undefined {
  const { modelStatus } = model.run();
  switch (modelStatus) {
    case constants.modelStatus.optimal:
      return model.getSolution().colValue;
    case constants.modelStatus.unbounded:
      return undefined;
    case constants.modelStatus.infeasible:
      throw attackContradiction();
    default:
      throw new Fault(
        'ReleaseFault',
        'attackUnsolved',
        'the solver gave up on these figures: attack a part of them, such as one week or one region',
      );
  }
}

function modelOf({ constants }: Highs, { lower, upper, lines }: AttackedTable): ModelData {
  const starts = new Int32Array(lines.length + 1);
  lines.forEach(({ cells }, line) => {
    starts[line + 1] = (starts[line] ?? 0) + cells.length;
  });
  return {
    numCols: lower.length,
    numRows: lines.length,
    sense: constants.objectiveSense.maximize,
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(lines, ({ least }) => least),
    rowUpper: Float64Array.from(lines, ({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: lines.length,
      numCols: lower.length,
      starts,
      indices: Int32Array.from(lines.flatMap(({ cells }) => [...cells])),
      values: Float64Array.from(lines.flatMap(({ coefficients }) => [...coefficients])),
    },
  };
}
