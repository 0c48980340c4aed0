using MentorBot.Hosting;

return await CommandLine.RunAsync(args);
