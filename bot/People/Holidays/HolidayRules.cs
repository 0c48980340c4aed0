using static MentorBot.People.HolidayRule;

namespace MentorBot.People;

/// <summary>The countries' rules, each as its law or official calendar has them.</summary>
internal static class HolidayRules
{
    private static readonly HolidayRule NewYear = Fixed("new-year", 1, 1), Epiphany = Fixed("epiphany", 1, 6), Labour = Fixed("labour-day", 5, 1), Assumption = Fixed("assumption", 8, 15), AllSaints = Fixed("all-saints", 11, 1),
        Immaculate = Fixed("immaculate-conception", 12, 8), Christmas = Fixed("christmas", 12, 25), SecondChristmas = Fixed("second-christmas-day", 12, 26), BoxingDay = Fixed("boxing-day", 12, 26), GoodFriday = AfterEaster("good-friday", -2),
        EasterSunday = AfterEaster("easter-sunday", 0), EasterMonday = AfterEaster("easter-monday", 1), Ascension = AfterEaster("ascension", 39), WhitMonday = AfterEaster("whit-monday", 50), CorpusChristi = AfterEaster("corpus-christi", 60);

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<HolidayRule>> ByCountry = new Dictionary<string, IReadOnlyList<HolidayRule>>(StringComparer.OrdinalIgnoreCase)
    {
        ["FR"] = [NewYear, EasterMonday, Labour, Fixed("victory-1945", 5, 8), Ascension, WhitMonday, Fixed("bastille-day", 7, 14), Assumption, AllSaints, Fixed("armistice", 11, 11), Christmas],
        ["BE"] = [NewYear, EasterMonday, Labour, Ascension, WhitMonday, Fixed("belgian-national-day", 7, 21), Assumption, AllSaints, Fixed("armistice", 11, 11), Christmas],

        // By federal law only 1 August; the others as most cantons keep them.
        ["CH"] = [Fixed("swiss-national-day", 8, 1), .. new[] { NewYear, GoodFriday, EasterMonday, Ascension, WhitMonday, Christmas, SecondChristmas }.Select(r => r.InRegions())],
        ["LU"] = [NewYear, EasterMonday, Labour, Fixed("europe-day", 5, 9).Since(2019), Ascension, WhitMonday, Fixed("luxembourg-national-day", 6, 23), Assumption, AllSaints, Christmas, SecondChristmas],

        // England and Wales. Christmas on a Sunday leaves its Monday to Boxing Day and takes the Tuesday.
        ["GB"] =
        [
            NewYear, NewYear.Observed(2, 1), Christmas, Christmas.Observed(2, 2), BoxingDay, BoxingDay.Observed(2, 2), GoodFriday, EasterMonday, Nth("early-may", 5, DayOfWeek.Monday, 1).Not(1995, 2020), Once("early-may", 1995, 5, 8), Once("early-may", 2020, 5, 8), Nth("spring-bank", 5, DayOfWeek.Monday, -1).Not(2002, 2012, 2022),
            Once("spring-bank", 2002, 6, 4), Once("spring-bank", 2012, 6, 4), Once("spring-bank", 2022, 6, 2), Nth("summer-bank", 8, DayOfWeek.Monday, -1),
            Once("millennium", 1999, 12, 31), Once("jubilee", 2002, 6, 3), Once("royal-wedding", 2011, 4, 29), Once("jubilee", 2012, 6, 5), Once("jubilee", 2022, 6, 3), Once("queen-funeral", 2022, 9, 19), Once("coronation", 2023, 5, 8),
        ],
        ["DE"] =
        [
            NewYear, GoodFriday, EasterMonday, Labour, Ascension, WhitMonday, Fixed("german-unity", 10, 3), Christmas, SecondChristmas,
            Epiphany.InRegions(), CorpusChristi.InRegions(), Once("reformation", 2017, 10, 31), Fixed("reformation", 10, 31).Not(2017).InRegions(), AllSaints.InRegions(),
        ],
        ["ES"] = [NewYear, Epiphany, GoodFriday, Labour, Assumption, Fixed("hispanic-day", 10, 12), AllSaints, Fixed("constitution-day", 12, 6), Immaculate, Christmas],

        // Saint Francis is a holiday again by law 151 of 8 October 2025, in force on 1 January 2026.
        ["IT"] = [NewYear, Epiphany, EasterSunday, EasterMonday, Fixed("liberation-day", 4, 25), Labour, Fixed("republic-day", 6, 2).Since(2001), Assumption, Fixed("saint-francis", 10, 4).Since(2026), AllSaints, Immaculate, Christmas, Fixed("saint-stephen", 12, 26)],

        // Federal holidays of 5 U.S.C. 6103.
        ["US"] =
        [
            .. new[] { NewYear, Fixed("juneteenth", 6, 19).Since(2021), Fixed("independence-day", 7, 4), Fixed("veterans-day", 11, 11), Christmas }.SelectMany(r => new[] { r, r.Observed(-1, 1) }),
            Nth("martin-luther-king", 1, DayOfWeek.Monday, 3), Nth("presidents-day", 2, DayOfWeek.Monday, 3), Nth("memorial-day", 5, DayOfWeek.Monday, -1), Nth("labor-day", 9, DayOfWeek.Monday, 1), Nth("columbus-day", 10, DayOfWeek.Monday, 2), Nth("thanksgiving", 11, DayOfWeek.Thursday, 4),
        ],

        // Saint Brigid: 1 February when that is a Friday. No day in lieu by law.
        ["IE"] =
        [
            NewYear, new HolidayRule("saint-brigid", y => new DateOnly(y, 2, 1) is { DayOfWeek: DayOfWeek.Friday } friday ? friday : Nth("saint-brigid", 2, DayOfWeek.Monday, 1).Day(y)).Since(2023), Fixed("saint-patrick", 3, 17), EasterMonday,
            Nth("irish-may", 5, DayOfWeek.Monday, 1).Since(1994), Nth("irish-june", 6, DayOfWeek.Monday, 1), Nth("irish-august", 8, DayOfWeek.Monday, 1), Nth("irish-october", 10, DayOfWeek.Monday, -1), Christmas, Fixed("saint-stephen", 12, 26), Once("irish-remembrance", 2022, 3, 18),
        ],

        // The monarch's day moves to the Saturday when it falls on a Sunday. Good Friday counts as a holiday by the Algemene termijnenwet, though many work.
        ["NL"] =
        [
            NewYear, GoodFriday, EasterSunday, EasterMonday, new HolidayRule("queens-day", y => y > 2013 ? null : NotOnSunday(new DateOnly(y, 4, 30))), new HolidayRule("kings-day", y => NotOnSunday(new DateOnly(y, 4, 27))).Since(2014),
            Fixed("liberation-day", 5, 5), Ascension, AfterEaster("whit-sunday", 49), WhitMonday, Christmas, SecondChristmas,
        ],

        // Four holidays were suspended in 2013 to 2015.
        ["PT"] =
        [
            NewYear, GoodFriday, EasterSunday, Fixed("freedom-day", 4, 25), Labour, Fixed("portugal-day", 6, 10), Assumption, Immaculate, Christmas,
            .. new[] { CorpusChristi, Fixed("portuguese-republic", 10, 5), AllSaints, Fixed("portuguese-independence", 12, 1) }.Select(r => r.Not(2013, 2014, 2015)),
        ],
        ["AT"] = [NewYear, Epiphany, EasterMonday, Labour, Ascension, WhitMonday, CorpusChristi, Assumption, Fixed("austrian-national-day", 10, 26), AllSaints, Immaculate, Christmas, Fixed("saint-stephen", 12, 26)],
    };

    private static DateOnly NotOnSunday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
}
