import { expect, it } from 'vitest';
import { boost } from '../../../etl/recommender/model/trees/boost.ts';
import { createPredictor } from '../../../etl/recommender/model/trees/forest.ts';
import { addToTable, createTable } from '../../../etl/recommender/model/trees/table.ts';

const options = { trees: 200, leaves: 4, rate: 0.3, minRows: 5, seed: 1 };

function steps() {
  const table = createTable(['x', 'noise']);
  for (let n = 0; n < 2000; n++) {
    const x = (n * 7919) % 100;
    addToTable(table, Float64Array.of(x, (n * 104_729) % 97), x < 30 ? 0 : x < 60 ? 1 : 5);
  }
  return table;
}

it('boosted trees learn a step function', () => {
  const predict = createPredictor(boost(steps(), options));
  for (const [x, y] of [
    [10, 0],
    [45, 1],
    [90, 5],
  ] as const) {
    const predicted = Array.from({ length: 97 }, (_, noise) => predict(Float64Array.of(x, noise)));
    expect(predicted.reduce((sum, value) => sum + value, 0) / 97).toBeCloseTo(y, 1);
  }
});

it('the same rows and seed give the same trees', () => {
  expect(boost(steps(), options)).toEqual(boost(steps(), options));
});

it('an empty table gives no trees', () => {
  const forest = boost(createTable(['x']), options);
  expect(forest).toEqual({ features: ['x'], base: 0, trees: [] });
});
