type Undo = () => unknown;

const ofTest: Undo[] = [];
const ofFile: Undo[] = [];

/** What a helper opened for a test is undone after it, the last first. */
export const afterTest = (undo: Undo): unknown => ofTest.push(undo);

/** What a helper opened for a file's tests is undone after them, the last first. */
export const afterFile = (undo: Undo): unknown => ofFile.push(undo);

export const endTest = () => undoAll(ofTest);
export const endFile = () => undoAll(ofFile);

/** Undoes all, whatever of it fails; throws the first error. */
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
