using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Tests.Coaching;

/// <summary>Plays one small flow in memory, line by line.</summary>
internal sealed class FlowTable
{
    private readonly FlowEngine _engine;
    private readonly Flow _flow;
    private int _events;

    public FlowTable(string structure, string words, params IEnumerable<IStepKind> more)
    {
        _flow = FlowReader.Read(new FlowSource(new Dictionary<string, string> { ["flow.yaml"] = "id: t\nsteps:\n" + structure, ["en.yaml"] = words, ["fr.yaml"] = words }));
        _engine = new FlowEngine(new StepKinds([.. BuiltInKinds(), .. more]), Texts.Load(Prompts));
    }

    public static string Prompts => Path.Combine(AppContext.BaseDirectory, "prompts");

    public RunState State { get; private set; } = RunState.New;

    public FlowMove? Last { get; private set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public Voice Voice { get; set; } = new(Locales.English, AddressForm.Vous);

    public static IEnumerable<IStepKind> BuiltInKinds() =>
        [new SayKind(), new AskKind(), new ComputeKind(), new BranchKind(), new WaitKind(Texts.Load(Prompts)), new ConfirmKind(), new EscalateKind(), new CloseKind(Texts.Load(Prompts))];

    public async Task<string> StartAsync() => Keep(await _engine.StartAsync(_flow, Talk(), null, TestContext.Current.CancellationToken));

    public Task<string> TypeAsync(string text, Gesture gesture = Gesture.None) => HandleAsync(new FlowInput.Typed(text, new Understood(gesture, null, null, gesture != Gesture.None)));

    public Task<string> PressAsync(string value) => HandleAsync(new FlowInput.Pressed([value], value));

    public Task<string> SayAsync(Gesture gesture, string text = "", string? subject = null) => HandleAsync(new FlowInput.Command(gesture, text, subject));

    public async Task<string> WakeAsync() => Keep(await _engine.WakeAsync(_flow, State, Talk(), TestContext.Current.CancellationToken));

    private async Task<string> HandleAsync(FlowInput input)
    {
        // Through JSON each time, as the run does between turns.
        return Keep(await _engine.HandleAsync(_flow, RunState.FromJson(State.ToJson()), input, Talk(), TestContext.Current.CancellationToken));
    }

    private string Keep(FlowMove move)
    {
        Last = move;
        State = move.State;
        return string.Join("\n---\n", move.Messages.Select(m => new Message(m, Voice.Locale).ToPlainText()));
    }

    private FlowTalk Talk() => new(Voice, Now.AddMinutes(_events), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), Guid.Empty, Guid.Empty, Guid.Empty, new Guid(++_events, 0, 0, new byte[8]), "Léa", "FR");
}
