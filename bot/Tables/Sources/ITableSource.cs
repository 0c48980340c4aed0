namespace MentorBot.Tables;

/// <summary>
/// A platform whose exports have a shape of their own. An open set: a new source is one file in this folder, found by scan; nothing lists them.
/// Keep no state: one instance serves every file.
/// </summary>
internal interface ITableSource
{
    /// <summary>As in <see cref="KpiTable.Source"/>; also the key of its own header meanings in kpis.yaml.</summary>
    string Id { get; }

    /// <summary>How sure the source is that the file is one of its own: 0 not at all, 1 anything may be, 10 a signature. The surest reads the file.</summary>
    /// <param name="preamble">Lines before the header row, cells joined by a blank.</param>
    /// <param name="headers">Normalised header names (<see cref="Kpis.HeaderName.Split"/>).</param>
    int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers);

    /// <summary>The period that the preamble states, where it does.</summary>
    (DateOnly From, DateOnly To)? StatedPeriod(IReadOnlyList<string> preamble) => PreambleDates.Range(preamble);

    /// <summary>"dmy" or "mdy" where the platform always writes its dates so, whatever the language; it settles what neither the column nor the period does.</summary>
    string? DateOrder => null;

    /// <summary>The denominator that the platform gives a ratio, where it is not the usual one: a rate per click to the destination, for one.</summary>
    string? Denominator(string kpi) => null;

    /// <summary>KPIs whose stated total holds more than the rows can: subscribers who came from no video. Such a total is no check.</summary>
    IReadOnlyList<string> LooseTotals => [];

    /// <summary>True when a row's date is a moment (a sending), of which none can be half over.</summary>
    bool DatesMoments => false;

    /// <summary>True when a row with an empty date belongs to the row above it: the further articles of an order.</summary>
    bool RowsContinue => false;

    /// <summary>A KPI of which there is one in every row where another has a figure; null: none.</summary>
    (string Kpi, string Where)? Counted => null;

    /// <summary>The name of a column whose header says nothing by itself, where a line above the table says it. Null for every other header.</summary>
    string? Meaning(string header, IReadOnlyList<string> preamble) => null;

    /// <summary>True when rates without a percent sign are percents ("1.52"), where the file's own counts do not tell.</summary>
    bool BarePercents => false;
}
