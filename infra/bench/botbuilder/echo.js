'use strict';
// The echo bot on npm botbuilder, without authentication: node echo.js PORT
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = require('botbuilder');
const restify = require('restify');

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
  }
}

const bot = new Echo();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => { console.error('turn error', error); };

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.get('/health/live', async (request, response) => { response.send(200, 'live'); });
server.post('/api/messages', async (request, response) => { await adapter.process(request, response, (context) => bot.run(context)); });
server.listen(Number(new URL(process.argv[2]).port), '127.0.0.1');
