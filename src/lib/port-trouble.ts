/** One line: why a port could not be opened, by the variable that names it, and what to do. */
export function portTrouble(
  variable: string,
  { port, host }: { port: number; host: string },
  error: unknown,
) {
  return `${variable} ${port} cannot be opened at ${host}: ${explain(variable, error)}`;
}

function explain(variable: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `another program has it. Choose another ${variable}, or stop that program.`;
  if (code === 'EACCES') return `this user may not open it. Choose a ${variable} from 1024 up.`;
  if (code === 'EADDRNOTAVAIL') return 'this machine has no such address. Mend HOST.';
  return error instanceof Error ? error.message : String(error);
}
