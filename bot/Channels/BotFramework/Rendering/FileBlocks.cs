using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>A file by its name, its size and where it is opened.</summary>
internal static class FileBlocks
{
    public static CardBlock Of(FilePart part, Texts texts, string locale)
    {
        var about = texts.Say(new Voice(locale, AddressForm.Vous), "teams.file", ("size", Size(part.Length, locale)));
        return CardBlock.Whole(CardJson.Container(CardJson.Heading(part.Name), CardJson.Aside(about)), part.ToPlainText());
    }

    private static string Size(long bytes, string locale)
    {
        var french = locale == Locales.French;
        var (value, unit) = bytes switch
        {
            < 1000 => (bytes, french ? "o" : "B"),
            < 1_000_000 => (bytes / 1e3, french ? "Ko" : "KB"),
            _ => (bytes / 1e6, french ? "Mo" : "MB"),
        };
        return $"{NumberWriter.For(locale).Number(value, value < 10 && bytes >= 1000 ? 1 : 0)}\u00A0{unit}";
    }
}
