using System.Text;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Storage;

public sealed class FileStoreTests
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_comes_back_byte_for_byte_over_several_chunks(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var bytes = new byte[700_000];
        new Random(7).NextBytes(bytes);

        var file = await SaveAsync(mentor, bytes, 1_000_000);

        Assert.NotNull(file);
        Assert.Equal(bytes.Length, file.Length);
        await using var stream = await mentor.Get<FileStore>().OpenAsync(file.Id, TestMentor.Token);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, TestMentor.Token);
        Assert.Equal(bytes, read.ToArray());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Bytes_at_rest_are_encrypted(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var marker = Encoding.UTF8.GetBytes("campagne-secrete-4711");

        await SaveAsync(mentor, marker, 1000);

        await using var db = mentor.Database.Open();
        var chunk = await db.Set<FileChunk>().SingleAsync(TestMentor.Token);
        Assert.Equal(-1, chunk.Bytes.AsSpan().IndexOf(marker.AsSpan(0, 8)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_above_the_limit_leaves_nothing_behind(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);

        var file = await SaveAsync(mentor, new byte[600_000], 500_000);

        Assert.Null(file);
        await using var db = mentor.Database.Open();
        Assert.Equal(0, await db.Set<StoredFile>().CountAsync(TestMentor.Token));
        Assert.Equal(0, await db.Set<FileChunk>().CountAsync(TestMentor.Token));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_is_gone_after_its_expiry(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var file = await SaveAsync(mentor, [1, 2, 3], 1000);

        mentor.Time.Advance(Keep + TimeSpan.FromHours(2));
        await mentor.RunClocksAsync();

        Assert.Null(await mentor.Get<FileStore>().FindAsync(file!.Id, TestMentor.Token));
        await using var db = mentor.Database.Open();
        Assert.Equal(0, await db.Set<FileChunk>().CountAsync(TestMentor.Token));
    }

    private static Task<StoredFile?> SaveAsync(TestMentor mentor, byte[] bytes, long limit)
    {
        PersonCard lea = mentor.Person("lea");
        return mentor.Get<FileStore>().SaveAsync(lea.OrganisationId, lea.Id, "export.csv", "text/csv", new MemoryStream(bytes), limit, Keep, TestMentor.Token);
    }
}
