// A bot that says hello: to a command, to a click, and to whoever mentions it.

const { App } = require("@slack/bolt");

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
  // The one line that is for the local Slack: without SLACK_API_URL the bot talks to Slack itself.
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

/** Answers who typed it, and offers to tell everybody. */
app.command("/hello", async ({ ack, respond, command }) => {
  await ack();
  const words = `Hello ${command.text || "there"}!`;
  const button = { type: "button", action_id: "wave", text: { type: "plain_text", text: "Wave" } };
  const section = { type: "section", text: { type: "mrkdwn", text: words }, accessory: button };
  await respond({ text: words, blocks: [section] });
});

/** Tells the channel who pressed the button. */
app.action("wave", async ({ ack, say, body }) => {
  await ack();
  await say(`<@${body.user.id}> waves at everybody.`);
});

/** Answers in a thread. */
app.event("app_mention", async ({ event, say }) => {
  await say({ text: `Hello <@${event.user}>!`, thread_ts: event.ts });
});

app.start();
