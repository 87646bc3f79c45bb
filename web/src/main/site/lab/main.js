// Ties the lab together: the words, the model, the story of six writers, the look inside.
import { startAbout } from '../app/about.js';
import { startLanguageMenu } from '../app/language.js';
import { at } from '../app/page.js';
import { showProblem } from '../app/problem.js';
import { label, learn } from '../app/say.js';
import { startTheme } from '../app/theme.js';
import { collection } from '../messages/collection.js';
import { lab } from '../messages/lab.js';
import { page } from '../messages/page.js';
import { modelOf, opening } from './model.js';
import { judgeBy } from './story/judging.js';
import { giveUp, showStory, startStory } from './story/story.js';

let model = null;

await Promise.all([learn(page), learn(collection), learn(lab)]);
label(document);
startTheme();
startLanguageMenu(at('language'));
startAbout(() => model?.card);
showStory();
open();

async function open() {
  try {
    const opened = await opening;
    model = opened.model;
    judgeBy(opened.novelty, model.modelId);
    document.documentElement.dataset.activity = 'ready';
    think().catch(showProblem);
    await startStory(modelOf);
    await keep();
  } catch (error) {
    document.documentElement.dataset.activity = 'failed';
    giveUp();
    showProblem(error);
  }
}

async function keep() {
  const offline = await import('../app/offline.js');
  await offline.keepForOffline();
}

async function think() {
  const { startThinking } = await import('./thinking/thinking.js');
  await startThinking(at('thinking-room'), model);
}
