using System.Text;

namespace Dashserv.Simulator.Tests.Http;

public sealed class HttpErrorTests : SimulatorTest
{
    [Theory]
    [InlineData("GET", "nonsense", HttpStatusCode.NotFound, "Invalid API route")]
    [InlineData("GET", "product/spaceship", HttpStatusCode.NotFound, "Invalid API route")]
    [InlineData("GET", "../v2/product/vserver", HttpStatusCode.NotFound, "Invalid API route")]
    [InlineData("PUT", "product/vserver", HttpStatusCode.MethodNotAllowed, "Invalid HTTP method")]
    [InlineData("GET", "manage/order/nosuch", HttpStatusCode.PreconditionFailed, "resource_not_found")]
    public async Task Request_ThatIsWrong_IsAnsweredInAnEnvelope(string method, string path, HttpStatusCode status, string word)
    {
        var answer = await Send(method, path);

        Assert.Equal((status, false, word), (answer.Status, answer.Success, answer.Word));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Token_ThatIsMissingOrWrong_Is403(string token) => Assert.Equal(HttpStatusCode.Forbidden, (await Get("product/vserver", token)).Status);

    [Theory]
    [InlineData(NotFoundSpelling.Mixed, "ressource_not_found", "resource_not_found")]
    [InlineData(NotFoundSpelling.Resource, "resource_not_found", "resource_not_found")]
    [InlineData(NotFoundSpelling.Ressource, "ressource_not_found", "ressource_not_found")]
    public async Task NotFound_IsSpeltAsConfigured(NotFoundSpelling spelling, string product, string order)
    {
        World.Configure(new() { NotFoundSpelling = spelling, NotFoundStatus = 404 });

        var answer = await Get("product/vserver/nosuch");

        Assert.Equal((HttpStatusCode.NotFound, product), (answer.Status, answer.Word));
        Assert.Equal(order, (await Get("manage/order/nosuch")).Word);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_IsReadFromBothKindsOfForm(bool multipart)
    {
        var at = $"product/vserver/{Vserver()}";
        HttpContent Content(params (string Name, string Value)[] fields)
        {
            if (!multipart)
            {
                return Form(fields)!;
            }

            var content = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
            {
                content.Add(new StringContent(value), name);
            }

            return content;
        }

        var quote = await Send("POST", "manage/product/dedicated-server:h5HGC", Content([("calculate", "true"), .. Samples.DedicatedA]));
        var upgrade = await Send("PUT", $"{at}/upgrade", Content(("cpu", "2"), ("ram", "2"), ("disk", "40")));
        var delete = await Send("DELETE", $"{at}/tasks/scheduled", Content(("taskuuid", "nosuch")));

        Assert.Equal(35.7m, (decimal)quote.Data!["price"]!["brut"]!);
        Assert.Equal("vserver_upgrade_success", upgrade.Word);
        Assert.Equal("resource_not_found", delete.Word);
    }

    [Fact]
    public async Task Body_OfAnotherKind_HasNoFields()
    {
        using var json = new StringContent("""{"name":"b"}""", Encoding.UTF8, "application/json");

        Assert.Equal("empty_field:name", (await Send("POST", $"product/vserver/{Vserver()}/backup", json)).Word);
    }

    [Fact]
    public async Task RateLimit_TurnsAwayWhatIsTooMuchUntilTheNextSecond()
    {
        World.Configure(new() { RequestsPerSecond = 2 });

        var answers = new List<Answer>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await Get("product/vserver"));
        }

        var other = await Get("product/vserver", "simulator-customer");
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], answers.Select(a => a.Status));
        Assert.Equal("ratelimit_exceeded", answers[2].Word);
        Assert.True(other.Success);
        Assert.True((await Get("product/vserver")).Success);
    }

    [Fact]
    public async Task List_OfAThousand_HasThemAll()
    {
        World.SeedVservers(1000);

        var list = (await Get("product/vserver")).Data!.AsArray();

        Assert.Equal(1000, list.Select(s => (string)s!["uuid"]!).Distinct().Count());
    }

    [Fact]
    public async Task Serialized_AfterAnyChange_IsNotTheOldOne()
    {
        var uuid = Vserver();
        await Get("product/vserver");
        ProductChange[] changes =
            [new() { Name = "renamed" }, new() { Status = "LOCKED" }, new() { Price = 9 }, new() { Cores = 3 }, new() { Image = "centos8" },
                new() { BackupLimit = 9 }];

        var seen = new HashSet<string> { (await Get($"product/vserver/{uuid}")).Json.ToJsonString() };
        foreach (var change in changes)
        {
            World.Change(uuid, change);
            Assert.True(seen.Add((await Get($"product/vserver/{uuid}")).Json.ToJsonString()), change.ToString());
        }

        Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(seen.Add((await Get($"product/vserver/{uuid}")).Json.ToJsonString()), "an hour");
    }
}
