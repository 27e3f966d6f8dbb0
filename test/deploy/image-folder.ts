import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type Cmd, type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast';

export const dockerfile = DockerfileParser.parse(readFileSync('Dockerfile', 'utf8'));

/** An image as a folder of this machine. */
export interface ImageFolder {
  /** The folder that stands for `/`. */
  root: string;
  /** The working directory, inside `root`. */
  workdir: string;
  environment: Record<string, string>;
  command: string[];
}

/** The command of the image's HEALTHCHECK, with its arguments. */
export const healthCheck = (): string[] =>
  dockerfile
    .getHEALTHCHECKs()
    .flatMap((check) => JSON.parse(/CMD (\[.*\])$/u.exec(check.getRawArgumentsContent() ?? '')?.[1] ?? '[]'));

/**
 * Executes the steps of the Dockerfile in a folder, without Docker: COPY copies, RUN runs in its stage's folder, with this
 * machine's Node and user. Returns the last stage. Throws at an unknown step.
 */
export async function buildImageFolder(folder: string): Promise<ImageFolder> {
  const stages = new Map<string, ImageFolder>();
  let stage: ImageFolder | undefined;
  for (const instruction of dockerfile.getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      const name = (instruction as From).getBuildStage() ?? 'last';
      const root = join(folder, name);
      stage = { root, workdir: root, environment: {}, command: [] };
      stages.set(name, stage);
    } else if (stage !== undefined) await steps[keyword]?.(stage, instruction, stages);
    if (!(keyword in steps)) throw new Error(`unknown step of the Dockerfile: ${keyword}`);
  }
  if (stage === undefined) throw new Error('the Dockerfile has no stage');
  return stage;
}

type Step = (stage: ImageFolder, instruction: Instruction, stages: Map<string, ImageFolder>) => unknown;

const words = (instruction: Instruction) => instruction.getArguments().map((word) => word.getValue());
const nothing: Step = () => undefined;

/** Moves the files of an earlier stage, which is faster than copying them; the earlier stage no longer needs them. */
function move(from: string, to: string): void {
  for (const name of readdirSync(from)) renameSync(join(from, name), join(to, name));
}

const steps: Record<string, Step> = {
  FROM: nothing,
  WORKDIR(stage, instruction) {
    stage.workdir = join(stage.root, ...words(instruction));
    mkdirSync(stage.workdir, { recursive: true });
  },
  COPY(stage, instruction, stages) {
    const paths = words(instruction);
    const target = paths.pop() ?? '';
    const earlier = stages.get((instruction as Copy).getFromFlag()?.getValue() ?? '');
    for (const path of paths) {
      if (earlier !== undefined) move(join(earlier.root, path), join(stage.workdir, target));
      else {
        const isInto = target.endsWith('/') && statSync(path).isFile();
        cpSync(path, join(stage.workdir, target, isInto ? basename(path) : ''), { recursive: true });
      }
    }
  },
  RUN(stage, instruction) {
    return promisify(execFile)('/bin/sh', ['-c', instruction.getRawArgumentsContent() ?? ''], {
      cwd: stage.workdir,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_prefer_offline: 'true' },
    });
  },
  ENV(stage, instruction) {
    for (const word of words(instruction)) {
      const [name = '', value = ''] = word.split('=');
      stage.environment[name] = value.startsWith('/') ? join(stage.root, value) : value;
    }
  },
  CMD(stage, instruction) {
    stage.command = (instruction as Cmd).getJSONStrings().map((word) => word.getJSONValue());
  },
  EXPOSE: nothing,
  HEALTHCHECK: nothing,
  USER: nothing,
  VOLUME: nothing,
};
