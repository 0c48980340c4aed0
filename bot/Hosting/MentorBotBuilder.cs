using System.ComponentModel.DataAnnotations;
using MentorBot.Campaigns;
using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.Terminal;
using MentorBot.Channels.Web;
using MentorBot.Coaching;
using MentorBot.Deliveries;
using MentorBot.Kpis;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.People;
using MentorBot.Readouts;
using MentorBot.Storage;
using MentorBot.Tables;
using MentorBot.Turns;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.Hosting;

/// <summary>Composes the rooms. Each room registers itself; this only says which, with what settings.</summary>
internal static class MentorBotBuilder
{
    /// <exception cref="StartRefused">A setting cannot be used; names its key.</exception>
    public static void AddMentorBot(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var hosting = Read<HostingOptions>(builder.Configuration, HostingOptions.Section);
        var storage = Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
        var people = Read<PeopleOptions>(builder.Configuration, PeopleOptions.Section);
        var data = Path.GetFullPath(hosting.DataFolder);
        services.AddSingleton(hosting).AddSingleton(storage).AddSingleton(people).AddSingleton(new DataFolder(data));
        services.AddSingleton(new RosterFiles(RosterPath(people, builder.Environment)));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(PromptsFolder.BesideTheBinary);
        services.AddSingleton(p => Texts.Load(p.GetRequiredService<PromptsFolder>().Path));
        services.AddDataProtection().SetApplicationName("MentorBot")
            .PersistKeysToFileSystem(Directory.CreateDirectory(hosting.KeyRing.Length > 0 ? Path.GetFullPath(hosting.KeyRing) : Path.Combine(data, "keys")));

        services.AddSingleton(_ => OpenDatabase(storage, data));
        services.AddSingleton<Ids>().AddSingleton<Signals>().AddSingleton<FileStore>().AddSingleton<HotWrites>();
        services.AddSingleton(p => new Instance(p.GetRequiredService<Database>(), Path.Combine(data, "instances"), p.GetRequiredService<Ids>()));
        services.AddSingleton<PeopleDirectory>().AddSingleton<PersonVoices>();
        services.AddSingleton<PersonalDataStore>().AddSingleton<IPersonalRows, PersonRows>().AddSingleton<IPersonalRows, IdentityRows>().AddSingleton<IPersonalRows, PersonalDeliveries>().AddSingleton<IPersonalRows, PersonalEvents>().AddSingleton<IPersonalRows, PersonalMeanings>();
        services.AddSingleton<IVocabulary>(p => new MissionWays(p.GetRequiredService<PromptsFolder>().Path));
        services.AddSingleton(p => new Understanding(p.GetRequiredService<PromptsFolder>().Path, p.GetServices<IVocabulary>()));
        services.AddSingleton<Outbox>().AddSingleton<DeliveryQueries>().AddSingleton<Reaches>().AddSingleton<ProactiveAddresses>().AddSingleton<Detours>();
        services.AddSingleton<Inbox>().AddSingleton<Handover>().AddSingleton<InboxQueries>().AddSingleton<TurnRunner>().AddSingleton<AwaitedTurns>().AddSingleton<UnknownSender>().AddSingleton<Router>();
        services.AddSingleton<IChannelSender, TerminalSender>();
        services.AddWebSender();
        services.AddBotFramework(Read<BotFrameworkOptions>(builder.Configuration, BotFrameworkOptions.Section), Read<ConnectorRates>(builder.Configuration, ConnectorRates.Section), builder.Environment.IsDevelopment(), hosting.PublicUrl);
        services.AddCoaching().AddReadouts(Read<UploadOptions>(builder.Configuration, UploadOptions.Section)).AddOffers().AddCampaigns();
        services.AddSingleton<ServiceStart>();
        services.AddSingleton<IClock, RosterClock>().AddSingleton<IClock, FileClock>();
    }

    /// <summary>The loops that this instance runs, after the start-up work.</summary>
    public static void AddLoops(this IServiceCollection services, Runs runs)
    {
        services.AddHostedService(p => p.GetRequiredService<ServiceStart>());
        if (runs.Turns)
        {
            services.AddHostedService<TurnLoop>();
        }

        if (runs.Deliveries)
        {
            services.AddHostedService<DeliveryLoop>();
        }

        if (runs.Clocks)
        {
            services.AddHostedService<ClockLoop>();
        }
    }

    /// <exception cref="StartRefused">No roster is set where one is needed.</exception>
    internal static string RosterPath(PeopleOptions people, IHostEnvironment environment) =>
        people.Roster.Length > 0 ? Path.GetFullPath(people.Roster)
        : environment.IsDevelopment() ? PromptsFolder.BesideTheBinary.Combine("roster.development.yaml")
        : throw new StartRefused("People:Roster is empty: set it to a roster file, or to a folder with one file per organisation.");

    private static Database OpenDatabase(StorageOptions storage, string data)
    {
        if (storage.Engine == "postgres")
        {
            return storage.ConnectionString.Length > 0
                ? Database.Postgres(storage.ConnectionString)
                : throw new StartRefused("Storage:ConnectionString is empty: PostgreSQL needs one, for example 'Host=…;Database=mentorbot;Username=…'.");
        }

        Directory.CreateDirectory(data);
        return storage.ConnectionString.Length > 0 ? Database.SqliteFrom(storage.ConnectionString) : Database.Sqlite(Path.Combine(data, "mentorbot.db"));
    }

    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = configuration.GetSection(section).Get<T>() ?? new T();
        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
            ? options
            : throw new StartRefused(string.Join(" ", problems.Select(p => p.ErrorMessage)));
    }
}
