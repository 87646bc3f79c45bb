import { chemistry } from './molweave/index.js';

/** What the filter at an address says of each text; of one that is no molecule, the id of the error. */
globalThis.askNovelty = async (address, texts) => {
  const filter = await (await chemistry()).novelty(address);
  const answers = await Promise.all(texts.map((text) => filter.ask(text).then(
    ({ verdict, rate }) => `${verdict} ${rate === filter.falseAlarmRate}`, (error) => error.id)));
  await filter.close();
  return [filter.modelId, String(filter.molecules), ...answers];
};

/** The id of the error that opening a filter from these bytes or this address gives. */
globalThis.openNovelty = async (source) => {
  const given = Array.isArray(source) ? new Uint8Array(source) : source;
  return (await chemistry()).novelty(given).then(() => 'opened', (error) => error.id);
};
