namespace MentorBot.People;

/// <summary>A public holiday on the day on which it is observed.</summary>
/// <param name="Id">Its name is the text "people.holiday.&lt;id&gt;".</param>
/// <param name="Regional">Holds in a part of the country only.</param>
internal sealed record Holiday(DateOnly Day, string Id, bool Regional = false)
{
    public string TextKey => "people.holiday." + Id;
}
