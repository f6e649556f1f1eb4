using System.Net;
using System.Text;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Transport;

/// <summary>Answers that are longer, or hold more, than any true one.</summary>
public sealed class AnswerSizeTests
{
    private const int Mib = 1024 * 1024;

    [Fact]
    public async Task ListAsync_EndlessAnswer_IsToldInItsOwnWordsAndNotAskedForAgain()
    {
        using var given = new Given { MaxAnswerBytes = 3 * Mib };
        given.Api.Answer(static (_, _) => Task.FromResult(new HttpResponseMessage { Content = new HostileContent(new HostileContent.Meter()) }));

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal((ApiErrorKind.TooLarge, 1, false, false), (e.Kind, e.Tries, e.MayHaveHadEffect, e.IsTransient));
        Assert.Contains("the answer is larger than 3 MiB", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceAsync_EndlessAnswer_MayHaveHadItsEffect()
    {
        using var given = new Given { MaxAnswerBytes = 3 * Mib };
        given.Api.Answer(static (_, _) => Task.FromResult(new HttpResponseMessage { Content = new HostileContent(new HostileContent.Meter()) }));

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Orders.PlaceAsync("vserver", [], Given.CancellationToken));

        Assert.Equal((ApiErrorKind.TooLarge, true), (e.Kind, e.MayHaveHadEffect));
    }

    [Fact]
    public async Task ListAsync_ManyEndlessAnswersAtOnce_OnlyOneIsReadFar()
    {
        var meter = new HostileContent.Meter();
        using var given = new Given { MaxConcurrentRequests = 30, MaxAnswerBytes = 3 * Mib };
        given.Api.Answer((_, _) => Task.FromResult(new HttpResponseMessage { Content = new HostileContent(meter) }));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
            Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken))));

        Assert.InRange(meter.Most, 3 * Mib, 3 * Mib + (30 * Mib / 3));
        Assert.Equal(0, meter.UnderWay);
    }

    [Fact]
    public async Task ListAsync_ManyLongAnswersAtOnce_AreAllRead()
    {
        var body = Encoding.UTF8.GetBytes(Servers(500));
        Assert.InRange(body.Length, Mib / 2, 64 * Mib);
        using var given = new Given { MaxConcurrentRequests = 30 };
        given.Api.Answer((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) }));

        var lists = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => given.Client.Vservers.ListAsync(Given.CancellationToken)));

        Assert.All(lists, static list => Assert.Equal(["id0", "id499"], [list[0].Uuid, list[^1].Uuid]));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, false)]
    [InlineData(HttpStatusCode.PreconditionFailed, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    [InlineData(HttpStatusCode.UnprocessableEntity, true)]
    public async Task ListAsync_LongAnswerThatFails_LeavesRoomForTheNext(HttpStatusCode status, bool isList)
    {
        using var given = new Given { MaxRetries = 1 };
        var body = isList ? Servers(500).Replace("true,\"data\"", "false,\"data\"", StringComparison.Ordinal) : new string('x', Mib);
        given.Api.Answer(body, status).Answer(body, status).Data("[]");
        await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));
        while (given.Api.Requests.Count < 2)
        {
            await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));
        }

        given.Api.Answer(Servers(500));

        Assert.Empty(await given.Client.Vservers.ListAsync(Given.CancellationToken));
        Assert.Equal(500, (await given.Client.Vservers.ListAsync(Given.CancellationToken)).Count);
    }

    [Theory]
    [InlineData("[1", ",1", 120_000, "]", "is a list of more than 100,000 elements")]
    [InlineData("[[1", ",1", 300_000, "]]", "more than 250,000 values")]
    [InlineData("{\"a\":[1", ",1", 300_000, "]}", "more than 250,000 values")]
    [InlineData("{\"a\":\"", "xxxx", 1_200_000, "\"}", "more than 4 MiB")]
    [InlineData("[{\"a\":\"", "xxxx", 1_200_000, "\"}]", "more than 4 MiB")]
    [InlineData("\"", "xxxx", 1_200_000, "\"", "more than 4 MiB")]
    public async Task ListAsync_MoreThanAnyAccountHas_IsRefusedBeforeItTakesMemory(string head, string part, int times, string tail, string told)
    {
        using var given = new Given();
        given.Api.Answer("""{"success":true,"data":""" + head + new StringBuilder().Insert(0, part, times) + tail + "}");
        await given.Client.Vservers.ListAsync(Given.CancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal(ApiErrorKind.UnexpectedAnswer, e.Kind);
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40 * Mib);
    }

    [Fact]
    public async Task ListAsync_NotTheApisAndEndlesslyNested_IsNoJson()
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Answer("[1" + new StringBuilder().Insert(0, ",1", 300_000) + "]");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ListAsync(Given.CancellationToken));

        Assert.Equal(ApiErrorKind.UnexpectedAnswer, e.Kind);
    }

    private static string Servers(int count) => """{"success":true,"data":[""" + string.Join(',', Enumerable.Range(0, count).Select(Server)) + "]}";

    private static string Server(int index)
    {
        // The reference's sample, under an id of its own.
        var sample = Given.Fixture("vserver-get");
        return sample[sample.IndexOf('{', 1)..sample.LastIndexOf('}')].Replace("\"lLPgX\"", $"\"id{index}\"", StringComparison.Ordinal);
    }
}
