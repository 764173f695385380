/** Longest time the page could not have answered a key, in ms, while `work` ran. */
export async function stallOf<T>(work: () => Promise<T>): Promise<{ value: T; stall: number }> {
  const channel = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let running = true;
  channel.port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setTimeout(() => channel.port2.postMessage(0), 1);
  });
  channel.port1.start();
  channel.port2.postMessage(0);
  const value = await work();
  await new Promise((resolve) => setTimeout(resolve, 0));
  running = false;
  channel.port1.close();
  return { value, stall: longest };
}
