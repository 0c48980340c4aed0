using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.Drivers;

/// <summary>One WebSocket of the Playground, read to its end in the background: a JSON object a frame.</summary>
internal sealed class PlaygroundStream : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<JsonObject> _frames = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    private PlaygroundStream()
    {
    }

    /// <summary>All so far, in the order of their arrival.</summary>
    public IReadOnlyList<JsonObject> Frames
    {
        get
        {
            lock (_frames)
            {
                return [.. _frames];
            }
        }
    }

    public static async Task<PlaygroundStream> OpenAsync(Uri playground, string path, CancellationToken cancellationToken)
    {
        var stream = new PlaygroundStream();
        await stream._socket.ConnectAsync(new UriBuilder(playground) { Scheme = "ws", Path = path }.Uri, cancellationToken);
        stream._reading = stream.ReadAsync();
        return stream;
    }

    /// <summary>Returns once <paramref name="holds"/> is true; looks again after every frame.</summary>
    /// <exception cref="OperationCanceledException">It did not come true in time.</exception>
    public async Task UntilAsync(Func<PlaygroundStream, bool> holds, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed);
            if (holds(this))
            {
                return;
            }

            await changed.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var frame = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                frame.Write(buffer.AsSpan(0, part.Count));
                if (part.EndOfMessage)
                {
                    Keep(JsonNode.Parse(frame.GetBuffer().AsSpan(0, (int)frame.Length)));
                    frame.SetLength(0);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The Playground ended, or the test did.
        }
    }

    private void Keep(JsonNode? frame)
    {
        if (frame is JsonObject said)
        {
            lock (_frames)
            {
                _frames.Add(said);
            }

            Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
