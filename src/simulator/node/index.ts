export { serveSimulator, type ServeSimulatorOptions, type ServedSimulator } from './serve-simulator.js';
