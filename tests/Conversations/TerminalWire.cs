using System.Threading.Channels;
using MentorBot.Channels.Terminal;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Conversations;

/// <summary>The terminal channel with its own reader and writer: lines in, plain text out.</summary>
internal sealed class TerminalWire : IWire
{
    private readonly TestMentor _mentor;
    private readonly ScriptedInput _input = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly string _person;
    private Task _chat = Task.CompletedTask;
    private int _read;

    private TerminalWire(TestMentor mentor, string person)
    {
        _mentor = mentor;
        _person = person;
    }

    public static async Task<IWire> StartAsync(string engine, string person) =>
        new TerminalWire(await TestMentor.StartAsync(engine, s => s.AddTransient<TerminalChat>()), person);

    public async Task<string> OpenAsync()
    {
        _chat = _mentor.Get<TerminalChat>().RunAsync(_mentor.Person(_person), _input, new TerminalWriter(_output, console: null), _mentor.Get<UploadLimit>().Bytes, TestMentor.Token);
        return await SettleAsync();
    }

    public async Task<string> SendAsync(string sent)
    {
        _input.Push(sent.StartsWith("/file ", StringComparison.Ordinal) ? "/file " + Exports.Find(sent[6..].Trim()) : sent.TrimStart('[').TrimEnd(']'));
        return await SettleAsync();
    }

    public async Task<string> WaitAsync(TimeSpan time)
    {
        _mentor.Time.Advance(time);
        await _mentor.RunClocksAsync();
        await _mentor.SendDueAsync();

        // Whoever opens the terminal again sees what came meanwhile.
        _input.End();
        await _chat;
        _input.Reopen();
        _chat = _mentor.Get<TerminalChat>().RunAsync(_mentor.Person(_person), _input, new TerminalWriter(_output, console: null), _mentor.Get<UploadLimit>().Bytes, TestMentor.Token);
        return await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _input.End();
        await _chat;
        await _mentor.DisposeAsync();
    }

    private async Task<string> SettleAsync()
    {
        var done = await Task.WhenAny(_chat, _input.Asked());
        await done;
        var all = _output.ToString();
        var said = all[_read..].Trim('\n');
        _read = all.Length;
        return said;
    }

    /// <summary>Hands out lines, and tells when the chat asks for the next one.</summary>
    private sealed class ScriptedInput : TextReader
    {
        private Channel<string?> _lines = Channel.CreateUnbounded<string?>();
        private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked() => _asked.Task;

        public void Push(string line)
        {
            _asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _lines.Writer.TryWrite(line);
        }

        public void End() => _lines.Writer.TryWrite(null);

        public void Reopen()
        {
            _asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _lines = Channel.CreateUnbounded<string?>();
        }

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            return await _lines.Reader.ReadAsync(cancellationToken);
        }
    }
}
