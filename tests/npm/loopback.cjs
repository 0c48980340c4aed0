'use strict';
// Preloaded into the Agents Playground, which listens on every interface and has no option for it: whatever it listens on is reached from this machine only.
// Source: facts/bot-framework.md 6.1.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (first, ...rest) {
  const options = typeof first === 'object' && first !== null ? first : { port: first };
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...rest.filter((argument) => typeof argument === 'function'));
};
