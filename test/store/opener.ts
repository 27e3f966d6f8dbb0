import { once } from 'node:events';
import { connect } from '../../src/store/connect.ts';
import { migrate } from '../../src/store/migrations.ts';

/**
 * A program that opens a store as the bot does, as soon as a line arrives on its input. With a number it kills itself
 * after that many statements; it prints how many it needed.
 */
async function main([location = '', killAfter = '0']: readonly string[]): Promise<void> {
  await once(process.stdin, 'data');
  let statements = 0;
  const database = connect(JSON.parse(location), () => {
    statements++;
    if (statements === Number(killAfter)) process.kill(process.pid, 'SIGKILL');
  });
  await migrate(database);
  await database.destroy();
  process.stdin.destroy();
  console.log(statements);
}

void main(process.argv.slice(2));
