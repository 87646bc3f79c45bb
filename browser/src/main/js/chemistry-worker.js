/** The compiled chemistry off the page's thread: answers the questions of connection.js. */
import * as door from './chemistry-js.js';

onmessage = ({ data: { number, ask, given } }) => {
  try {
    const answer = door[ask](...given);
    postMessage(answer.error ? { number, error: answer.error } : { number, done: answer });
  } catch (fault) {
    const error = { id: 'chemistry-failed', message: `The chemistry failed on this molecule: ${fault}` };
    postMessage({ number, error });
  }
};
