interface TestServer {
  folder: string;
  server: { dataDir: string; stop(): Promise<void> };
}

interface Desk {
  close(): Promise<void>;
}

declare global {
  var lyceumTestServer: TestServer | undefined;
  var lyceumBrokerDesk: Desk | undefined;
}

/** jest loads setup and teardown apart from each other: what they share stands in the global object. */
export function keepTestServer(server: TestServer): void {
  globalThis.lyceumTestServer = server;
}

export function takeTestServer(): TestServer | undefined {
  const server = globalThis.lyceumTestServer;
  globalThis.lyceumTestServer = undefined;
  return server;
}

export function keepBrokerDesk(desk: Desk): void {
  globalThis.lyceumBrokerDesk = desk;
}

export function takeBrokerDesk(): Desk | undefined {
  const desk = globalThis.lyceumBrokerDesk;
  globalThis.lyceumBrokerDesk = undefined;
  return desk;
}
