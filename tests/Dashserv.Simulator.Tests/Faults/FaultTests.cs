namespace Dashserv.Simulator.Tests.Faults;

public sealed class FaultTests : SimulatorTest
{
    private const string Order = "manage/product/vserver:configure";

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Status_TakesTheAnswersPlaceWithOrWithoutEffect(bool applied, int orders)
    {
        Server.Faults.Add(new FaultRule { Method = "POST", Status = 502, Text = "<html>", ContentType = "text/html", Applied = applied });

        using var response = await SendRaw("POST", Order, Form(Samples.VserverA));

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("<html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(orders, World.State().OrdersPlaced);
    }

    [Fact]
    public async Task Word_ComesInAFailureEnvelope()
    {
        Server.Faults.Add(new FaultRule { Status = 500, Word = "boom" });

        var answer = await Get("product/vserver");

        Assert.Equal((HttpStatusCode.InternalServerError, false, "boom"), (answer.Status, answer.Success, answer.Word));
    }

    [Theory]
    [InlineData(CutMoment.Before, 0)]
    [InlineData(CutMoment.After, 1)]
    [InlineData(CutMoment.Within, 1)]
    public async Task Cut_ResetsTheConnectionBeforeOrAfterTheEffect(CutMoment moment, int orders)
    {
        Server.Faults.Add(new FaultRule { Cut = moment });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendRaw("POST", Order, Form(Samples.VserverA)));

        Assert.Equal(orders, World.State().OrdersPlaced);
        Assert.Equal(0, Server.Journal.Entries().Single().Status);
        Assert.True((await Get("product/vserver")).Success);
    }

    [Theory]
    [InlineData(GarbageKind.Truncated)]
    [InlineData(GarbageKind.Invalid)]
    [InlineData(GarbageKind.Empty)]
    [InlineData(GarbageKind.NotUtf8)]
    public async Task Garbage_IsNoJsonAndTookEffect(GarbageKind kind)
    {
        Server.Faults.Add(new FaultRule { Garbage = kind });

        using var response = await SendRaw("POST", Order, Form(Samples.VserverA));
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.ThrowsAny<Exception>(() => JsonNode.Parse(body)!["data"]!.GetValue<string>());
        Assert.Equal(1, World.State().OrdersPlaced);
    }

    [Fact]
    public async Task RateLimit_SaysWhenToComeBack()
    {
        Server.Faults.Add(new FaultRule { RateLimit = true, RetryAfter = 7 });

        using var response = await SendRaw("POST", Order, Form(Samples.VserverA));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(7)), (response.StatusCode, response.Headers.RetryAfter!.Delta));
        Assert.Equal(0, World.State().OrdersPlaced);
    }

    [Fact]
    public async Task Hang_NeverAnswersAndHasNoEffect()
    {
        Server.Faults.Add(new FaultRule { Method = "POST", Hang = true });
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var pending = SendUntil("POST", Order, Form(Samples.VserverA), "simulator-reseller", cancel.Token);

        // The other request is answered while the first still hangs.
        await Get("product/vserver");
        Assert.False(pending.IsCompleted);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(0, World.State().OrdersPlaced);
    }

    [Fact]
    public async Task Dispose_WhileARequestHangs_EndsIt()
    {
        var server = await SimulatorServer.StartAsync();
        server.Faults.Add(new FaultRule { Hang = true });
        var struck = server.Bell.NextAsync();
        var pending = Http.GetAsync(new Uri($"{server.Endpoint}/product/vserver"), TestContext.Current.CancellationToken);
        await struck;

        await server.DisposeAsync();

        // An exception or an answer: either way it is over.
        var failure = await Record.ExceptionAsync(() => pending);
        Assert.True(failure is null or HttpRequestException, failure?.ToString());
    }

    [Fact]
    public async Task Delay_AnswersLateButWell()
    {
        Server.Faults.Add(new FaultRule { Delay = TimeSpan.FromMinutes(1) });
        var (struck, pending) = (Server.Bell.NextAsync(), Get("product/vserver"));
        await struck;
        Wire.Advance(TimeSpan.FromSeconds(59));

        // The other request is answered while the first is still under way.
        await Get("product/vserver/image");
        Assert.Equal("/v1/product/vserver/image", Server.Journal.Entries().Single().Path);
        Wire.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await pending).Success);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hold_WaitsUntilItIsReleasedAndThenTakesEffect(bool clears)
    {
        Server.Faults.Add(new FaultRule { Method = "POST", Times = 0, Hold = true });
        var (struck, pending) = (Server.Bell.NextAsync(), Post(Order, Samples.VserverA));
        await struck;

        await Get("product/vserver");
        Assert.Equal((1, 0), (Server.Faults.Held, World.State().OrdersPlaced));
        if (clears)
        {
            Server.Faults.Clear();
        }
        else
        {
            Server.Faults.Release();
        }

        Assert.True((await pending).Success);
        Assert.Equal((0, 1), (Server.Faults.Held, World.State().OrdersPlaced));
    }

    [Fact]
    public async Task HoldAnswer_WaitsUntilItIsReleasedAndTookEffectBefore()
    {
        Server.Faults.Add(new FaultRule { Method = "POST", HoldAnswer = true });
        var pending = Post(Order, Samples.VserverA);
        for (var ring = Server.Bell.NextAsync(); Server.Faults.Held == 0; ring = Server.Bell.NextAsync())
        {
            await ring;
        }

        Assert.Equal((1, 1), (World.State().OrdersPlaced, Server.Journal.Count("/v1/manage/*", "POST")));
        Assert.False(pending.IsCompleted);
        Server.Faults.Release();

        Assert.True((await pending).Success);
    }

    [Fact]
    public async Task Hold_WithAnAnswer_GivesItOnceReleased()
    {
        Server.Faults.Add(new FaultRule { Hold = true, Status = 500, Word = "boom" });
        var (struck, pending) = (Server.Bell.NextAsync(), Get("product/vserver"));
        await struck;

        Server.Faults.Release();

        Assert.Equal("boom", (await pending).Word);
    }

    [Fact]
    public async Task Hold_NextRequestAfterARelease_IsHeldAgain()
    {
        Server.Faults.Add(new FaultRule { Times = 0, Hold = true });
        for (var i = 0; i < 2; i++)
        {
            var (struck, pending) = (Server.Bell.NextAsync(), Get("product/vserver"));
            await struck;
            Assert.Equal(1, Server.Faults.Held);
            Server.Faults.Release();
            Assert.True((await pending).Success);
        }
    }

    [Fact]
    public async Task Hold_ClientGivesUp_HasNoEffect()
    {
        Server.Faults.Add(new FaultRule { Method = "POST", Hold = true });
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (struck, pending) = (Server.Bell.NextAsync(), SendUntil("POST", Order, Form(Samples.VserverA), "simulator-reseller", cancel.Token));
        await struck;
        var noted = Server.Bell.NextAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await noted;
        Assert.Equal((0, 0), (Server.Faults.Held, World.State().OrdersPlaced));
    }

    [Fact]
    public async Task SkipAndTimes_ChooseWhichOnesFail()
    {
        Server.Faults.Add(new FaultRule { Path = "*/vserver", Skip = 1, Times = 2, Status = 500 });

        var answers = new List<bool>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add((await Get("product/vserver")).Success);
        }

        await Get("product/vserver/image");

        Assert.Equal([true, false, false, true, true], answers);
    }

    [Fact]
    public async Task TimesZero_IsForEverUntilCleared()
    {
        Server.Faults.Add(new FaultRule { Times = 0, Status = 500 });
        for (var i = 0; i < 5; i++)
        {
            Assert.False((await Get("product/vserver")).Success);
        }

        Server.Faults.Clear();

        Assert.True((await Get("product/vserver")).Success);
    }

    [Fact]
    public async Task BodyMatch_TellsOrdersFromQuotes()
    {
        Server.Faults.Add(new FaultRule { Body = new Dictionary<string, string?> { ["calculate"] = null, ["data[name]"] = "te*" }, Times = 0, Status = 500 });

        Assert.True((await Post(Order, [.. Samples.VserverA, ("calculate", "true")])).Success);
        Assert.True((await Post(Order, Samples.VserverA.With("data[name]", "other"))).Success);
        Assert.False((await Post(Order, Samples.VserverA)).Success);
    }

    [Theory]
    [InlineData("/v1/product/*", "/v1/product/vserver/x", true)]
    [InlineData("/v1/product/?", "/v1/product/vserver", false)]
    [InlineData("regex:order/[a-z]+$", "/v1/manage/order/abc", true)]
    [InlineData("regex:order/[a-z]+$", "/v1/manage/order/1", false)]
    public void Path_IsAGlobOrARegularExpression(string pattern, string path, bool matches) => Assert.Equal(matches, Glob.Matches(pattern, path));
}
