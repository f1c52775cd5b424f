// Runs the commands of the set-up, the build and the tests: aloud, quietly or for an answer.

import { spawn, spawnSync } from "node:child_process";

/** A reason to stop that is written for the person who reads it; it needs no stack trace. */
export class Stop extends Error {}

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/** What a command writes to its standard output, or `undefined` if it is not there or fails. */
export function answer(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], ...options });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Runs a command with its output shown; returns the exit code and the output, without colours. */
export function runAloud(command, args, options = {}) {
  return run(command, args, options, (chunk, stream) => stream.write(chunk));
}

/** Runs a command in silence; shows the end of its output if it fails. */
export async function runQuietly(command, args, options = {}) {
  const result = await run(command, args, options, () => {});
  if (result.code !== 0) {
    console.error(result.output.split("\n").slice(-30).join("\n"));
    throw new Stop(`\`${[command, ...args].join(" ")}\` failed; its last lines stand above.`);
  }
}

/** Starts a command that goes on until it is stopped, its output shown. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
  running.add(child);
  child.on("close", () => running.delete(child));
  return child;
}

/** A span of time as a person says it: `8 s`, `3 min 5 s`. */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Runs a whole script; a `Stop` ends it with its sentence and exit code 1. */
export async function script(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function run(command, args, options, show) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    running.add(child);
    let output = "";
    for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      from.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
        show(chunk, to);
      });
    }
    const end = (code, message) => {
      running.delete(child);
      resolve({ code, output: (output + message).replace(/\x1b\[[0-9;]*m/g, "") });
    };
    child.on("error", (error) => end(1, `${error.message}\n`));
    child.on("close", (code) => end(code ?? 1, ""));
  });
}
