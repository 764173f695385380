/**
 * The way between desks and centre. Every request and every answer waits until it is let through, in an order chosen by chance, so that
 * everything between two of them can happen; on the way it may be lost, doubled, or answered by something that is no CouchDB.
 */
import type { Connect } from '#electron/host/exchange/join-centre.ts';
import type { Random } from '#shared/demo/random.ts';
import { CentreProblem, type CentreAnswer, type CentreRequest, type Transport } from '#shared/exchange/transport.ts';
import type { FakeCouch } from '../support/fake-couch.ts';

export interface Caller {
  isAlive(): boolean;
  isOnline(): boolean;
}

export interface FaultyNetwork {
  connect(caller: Caller): Connect;
  pending(): number;
  /** Lets one through; what goes wrong with it is up to chance. */
  letThrough(random: Random): void;
  /** The server goes down and up again: what is under way is carried out or not, and not answered. */
  restartServer(random: Random): void;
  /** How often something goes wrong, 0 to 1. */
  trouble: number;
}

interface Waiting {
  go(random: Random, trouble: number): void;
}

const fault = ['lost', 'answer-lost', 'doubled', 'late-double', 'status', 'html', 'cut', 'other-json'] as const;
const statuses = [401, 403, 409, 413, 429, 500, 502, 503, 504] as const;
const otherJson = ['{}', '[]', 'null', '{"ok":true}', '{"rows":[]}', '"captive"'];

export function aFaultyNetwork(couch: FakeCouch, now: () => number): FaultyNetwork {
  let waiting: Waiting[] = [];
  const network: FaultyNetwork = {
    trouble: 0,
    connect:
      (caller) =>
      (_url, { name, password }) =>
        requestsOf(caller, couch.as(name, password)),
    pending: () => waiting.length,
    letThrough: (random) => {
      if (waiting.length === 0) return;
      const [next] = waiting.splice(random.whole(0, waiting.length - 1), 1);
      next?.go(random, network.trouble);
    },
    restartServer: (random) => {
      const cut = waiting;
      waiting = [];
      for (const one of cut) one.go(random, -1);
    },
  };

  function requestsOf(caller: Caller, transport: Transport): Transport {
    return (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ go: (random, trouble) => arrive(caller, transport, request, random, trouble, resolve, reject) });
      });
  }

  function arrive(
    caller: Caller,
    transport: Transport,
    request: CentreRequest,
    random: Random,
    trouble: number,
    resolve: (answer: CentreAnswer) => void,
    reject: (problem: CentreProblem) => void,
  ): void {
    const isLost = (): boolean => !caller.isOnline() || !caller.isAlive();
    const fail = (code: 'unreachable' | 'timed-out'): void => {
      if (caller.isAlive()) reject(new CentreProblem(code, `the network: ${request.method} ${request.path.split('?')[0] ?? ''}`));
    };
    const answerWith = (answer: CentreAnswer): void => {
      waiting.push({
        go: (chance, badness) => {
          if (isLost() || badness < 0) return fail('unreachable');
          if (chance.chance(badness / 4)) return fail('timed-out');
          resolve(answer);
        },
      });
    };
    const say = (status: number, text: string): void => answerWith({ status, text, at: now() });

    if (trouble < 0) {
      // The server stopped: before it did this, or after.
      if (random.chance(0.5)) void transport(request);
      return fail('unreachable');
    }
    if (!caller.isOnline()) return fail('unreachable');
    const goesWrong = random.chance(trouble);
    const kind = goesWrong ? random.pick(fault) : 'none';
    switch (kind) {
      case 'lost':
        return fail(random.pick(['unreachable', 'timed-out']));
      case 'answer-lost':
        void transport(request);
        return fail(random.pick(['unreachable', 'timed-out']));
      case 'doubled':
        // Something on the way sent it twice; the second answer is the one that comes back, or the first.
        if (random.chance(0.5)) {
          void transport(request).then(answerWith);
          void transport(request);
        } else {
          void transport(request);
          void transport(request).then(answerWith);
        }
        return;
      case 'late-double':
        void transport(request).then(answerWith);
        waiting.push({ go: (_chance, badness) => void (badness < 0 ? undefined : transport(request)) });
        return;
      case 'status': {
        const status = random.pick(statuses);
        return say(status, status >= 500 ? '<html><h1>Bad gateway</h1></html>' : '{"error":"proxy","reason":"says so"}');
      }
      case 'html':
        return say(200, '<!doctype html><title>Sign in to this network</title>');
      case 'cut':
        void transport(request).then((answer) => answerWith({ ...answer, text: answer.text.slice(0, answer.text.length >> 1) }));
        return;
      case 'other-json':
        return say(200, random.pick(otherJson));
      case 'none':
        void transport(request).then(answerWith);
    }
  }

  return network;
}
