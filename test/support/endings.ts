type Undo = () => unknown;

const testUndos: Undo[] = [];
const fileUndos: Undo[] = [];

/** Calls `undo` after the test; the last one first. */
export const afterTest = (undo: Undo): unknown => testUndos.push(undo);

/** Calls `undo` after the tests of the file; the last one first. */
export const afterFile = (undo: Undo): unknown => fileUndos.push(undo);

export const endTest = () => undoAll(testUndos);
export const endFile = () => undoAll(fileUndos);

/** Calls every undo even if some fail; throws the first error. */
async function undoAll(undos: Undo[]): Promise<void> {
  const errors: unknown[] = [];
  for (const undo of undos.splice(0).reverse())
    try {
      await undo();
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0) throw errors[0];
}
