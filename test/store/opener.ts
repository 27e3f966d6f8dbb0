import { once } from 'node:events';
import { connect } from '../../src/store/connect.ts';
import { migrate } from '../../src/store/migrations.ts';

/**
 * A program that opens a store as the bot does, once a line arrives on its standard input. With a number it kills itself
 * after that many statements. It prints the number of statements.
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
