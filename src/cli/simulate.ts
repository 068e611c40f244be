import { exitCodes, type Command } from './command.js';
import { readParameters, readPort } from './read-parameters.js';
import { startSimulation } from './simulation/start-simulation.js';
import { readSimulatorSettings } from './simulation/simulator-settings.js';
import { greeting } from './simulation/greeting.js';

const options = {
  port: { type: 'string', default: '4310' },
  'upstream-port': { type: 'string', default: '0' },
  set: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** `connect-district simulate` */
export const simulate: Command = {
  summary: 'run a simulated Edlink and Pathwright with a token proxy in front of them',
  help: `Usage: connect-district simulate [options]

Runs a simulated Edlink and a simulated Pathwright, and a token proxy in front of them, on this
machine only, until it is stopped with Ctrl-C. Nothing is kept.

  --port <number>            where the token proxy listens (default 4310; 0 is any free port)
  --upstream-port <number>   where Edlink and Pathwright listen (default 0)
  --set <name>=<value>       a setting of the two; as often as you like:
                             --set noneAs=zero --set linkPageSize=7 --set 'faults=[{"kind":"drop"}]'

The settings are described in dist/simulator/edlink/edlink-settings.d.ts and
dist/simulator/pathwright/pathwright-settings.d.ts of this package.`,

  async run(parameters) {
    const { values } = readParameters({ args: parameters, options });
    const ports = {
      port: readPort('--port', values.port),
      upstreamPort: readPort('--upstream-port', values['upstream-port']),
    };
    const settings = readSimulatorSettings(values.set);
    // Listened for from the start, so that no signal leaves a directory behind.
    const stopped = untilStopped();
    const simulation = await startSimulation({ ...ports, settings });
    process.stdout.write(greeting(simulation));
    await stopped;
    await simulation.close();
    return exitCodes.fine;
  },
};

async function untilStopped(): Promise<void> {
  await new Promise<unknown>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  // Whoever presses Ctrl-C twice does not want to wait.
  process.once('SIGINT', () => process.exit(exitCodes.failed));
}
