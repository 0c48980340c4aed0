using MentorBot.Tables;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Tables;

/// <summary>Nobody else may run while the heap is weighed.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class AloneWithTheHeap;

/// <summary>Bytes per row, counted and not timed: the difference between a larger and a smaller file, so that what every reading costs once is left out.</summary>
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Small = 20_000;
    private const int Large = 120_000;

    /// <summary>Four figures of 8 bytes, two keys, a date and a line of 4: 48.</summary>
    private const double KeptPerRow = 50;

    /// <summary>What is kept, twice while chunks become columns, and a mark per row. A string of one letter per row would be 32 more.</summary>
    private const double AllocatedPerRow = 125;

    [Fact]
    public void A_row_more_keeps_its_figures_and_codes_and_nothing_else()
    {
        Kept(Small);
        var (small, large) = (MedianKept(Small), MedianKept(Large));
        // The lower bound only says that rows were weighed at all: what earlier tests leave to the collector has made up to 5 bytes a row of difference.
        Assert.InRange((large - small) / (Large - Small), 30, KeptPerRow);
    }

    [Fact]
    public void A_row_more_allocates_no_string_while_it_is_read()
    {
        Allocated(Small);
        var (small, large) = (Allocated(Small), Allocated(Large));
        Assert.InRange((large - small) / (Large - Small), 40, AllocatedPerRow);
    }

    /// <summary>A host of an earlier test may let go of megabytes while one weighing goes on, hardly during most of them.</summary>
    private static double MedianKept(int rows) => Enumerable.Range(0, 7).Select(_ => Kept(rows)).Order().ElementAt(3);

    private static double Kept(int rows)
    {
        using var file = GeneratedStream.Ads(rows);
        var before = Heap();
        var table = Table(file);
        var kept = Heap() - before;
        Assert.Equal(rows, table.RowCount);
        return kept;
    }

    /// <summary>What an earlier test left to a finaliser must not be freed between two weighings.</summary>
    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static double Allocated(int rows)
    {
        using var file = GeneratedStream.Ads(rows);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = Table(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(rows, table.RowCount);
        return allocated;
    }

    private static KpiTable Table(Stream file) => Reading.Table(Reading.Reader.Read(file, "export.csv", Reading.Options));
}
