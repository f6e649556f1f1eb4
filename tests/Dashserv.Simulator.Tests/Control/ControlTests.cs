using System.Text;

namespace Dashserv.Simulator.Tests.Control;

/// <summary>The control interface, over HTTP.</summary>
public sealed class ControlTests : SimulatorTest
{
    [Fact]
    public async Task Clock_IsMoved()
    {
        await Ok("POST", "clock", """{"advance":"1h30m"}""");

        Assert.Equal("2022-03-17T09:30:00+00:00", (string)(await Ok("GET", "clock"))["now"]!);
    }

    [Fact]
    public async Task Faults_AreAddedShownAndCleared()
    {
        await Ok("POST", "faults", """[{"name":"x","method":"GET","path":"*/vserver","status":500,"word":"boom"},{"cut":"after","times":0,"body":{"calculate":null}},{"delay":"5ms","garbage":"truncated"}]""");

        var first = await Get("product/vserver");
        var rules = (await Ok("GET", "faults")).AsArray();
        await Ok("DELETE", "faults");

        Assert.Equal("boom", first.Word);
        Assert.Equal(3, rules.Count);
        Assert.Equal(1, (int)rules[0]!["times"]!);
        Assert.True((await Get("product/vserver")).Success);
    }

    [Fact]
    public async Task Faults_Held_AreReleased()
    {
        await Ok("POST", "faults", """[{"hold":true}]""");
        var (struck, pending) = (Server.Bell.NextAsync(), Get("product/vserver"));
        await struck;

        await Ok("POST", "faults/release");

        Assert.True((await pending).Success);
    }

    [Fact]
    public async Task Requests_AreTheJournalWithoutTokens()
    {
        await Get("product/vserver/image");
        await Post("manage/product/vserver:configure", Samples.VserverA);

        var all = await Ok("GET", "requests");
        var orders = await Ok("GET", "requests?path=/v1/manage/*");
        await Ok("DELETE", "requests");

        Assert.Equal((2, 1), ((int)all["count"]!, (int)orders["count"]!));
        Assert.Equal(
            ("reseller", "test", 200),
            ((string)orders["requests"]![0]!["account"]!, (string)orders["requests"]![0]!["fields"]!["data[name]"]!, (int)orders["requests"]![0]!["status"]!));
        Assert.DoesNotContain("simulator-reseller", all.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, Server.Journal.Count());
    }

    [Fact]
    public async Task BackupsAndTasks_AreChangedAndDeleted()
    {
        var uuid = (string)(await Ok("POST", "vservers", "{}"))[0]!;
        var backup = (string)(await Ok("POST", $"products/{uuid}/backups", """{"name":"b"}"""))[0]!;
        await Post($"product/vserver/{uuid}/tasks/scheduled", ("interval", "DAILY"), ("command", "START"));
        var task = (string)(await Ok("GET", "state"))["products"]![0]!["scheduledTasks"]![0]!;

        await Ok("POST", $"products/{uuid}/backups/{backup}", """{"name":"renamed","status":"ERROR","size":7}""");
        await Ok("POST", $"products/{uuid}/tasks/{task}", """{"interval":"WEEKLY","command":"RESTART","status":"PAUSED"}""");
        var changedBackup = (await Get($"product/vserver/{uuid}/backup")).Data![0]!;
        var changedTask = (await Get($"product/vserver/{uuid}/tasks/scheduled")).Data![0]!;
        await Ok("DELETE", $"products/{uuid}/tasks/{task}");

        Assert.Equal(
            (backup, "renamed", "ERROR", 7),
            ((string)changedBackup["uuid"]!, (string)changedBackup["name"]!, (string)changedBackup["status"]!, (int)changedBackup["size"]!));
        Assert.Equal(
            (task, "WEEKLY", "RESTART", "PAUSED"),
            ((string)changedTask["uuid"]!, (string)changedTask["interval"]!, (string)changedTask["command"]!, (string)changedTask["status"]!));
        Assert.Empty((await Get($"product/vserver/{uuid}/tasks/scheduled")).Data!.AsArray());
    }

    [Fact]
    public async Task Products_ToldTheirPasswords_ShowThem()
    {
        var uuid = (string)(await Ok("POST", "vservers", "{}"))[0]!;
        var told = (string)(await Post($"product/vserver/{uuid}/password")).Data!;
        Assert.Equal(told, (string)(await Ok("GET", "state"))["products"]![0]!["passwords"]!["root"]!);
    }

    [Fact]
    public async Task Products_AreChangedLockedBackedUpAndDeleted()
    {
        var uuid = (string)(await Ok("POST", "vservers", """{"count":3,"namePrefix":"web"}"""))[0]!;
        await Ok("POST", $"products/{uuid}", """{"name":"renamed","cores":8,"power":"offline","obeysAcpi":false,"price":1.5}""");
        await Ok("POST", $"products/{uuid}/lock", """{"reason":"backup","for":"10s"}""");
        var backup = (string)(await Ok("POST", $"products/{uuid}/backups", """{"name":"b"}"""))[0]!;

        var status = (await Get($"product/vserver/{uuid}/status")).Data!;
        var server = (await Ok("GET", "state"))["products"]![0]!;
        await Ok("DELETE", $"products/{uuid}/backups/{backup}");
        await Ok("DELETE", $"products/{uuid}");

        Assert.Equal(("offline", "backup"), ((string)status["status"]!, (string)status["locked"]!));
        Assert.Equal(
            ("renamed", 8, 1.5m, "b"), ((string)server["name"]!, (int)server["cores"]!, (decimal)server["monthlyPrice"]!, (string)server["backups"]![0]!));
        Assert.Equal(2, (await Get("product/vserver")).Data!.AsArray().Count);
    }

    [Fact]
    public async Task Orders_AreScriptedAndEnded()
    {
        await Ok("POST", "order-scripts", """[{"product":"vserver*","waitForHost":"1h"}]""");
        var order = (await Post("manage/product/vserver:configure", Samples.VserverA)).Word;
        var waiting = (string)(await Get($"manage/order/{order}")).Data!["status"]!;
        await Ok("POST", $"orders/{order}", """{"status":"error","statusData":"why"}""");
        await Ok("DELETE", "order-scripts");

        Assert.Equal("wait_for_host", waiting);
        Assert.Equal("why", (string)(await Get($"manage/order/{order}")).Data!["statusData"]!);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("error", (string)(await Get($"manage/order/{order}")).Data!["status"]!);
    }

    [Fact]
    public async Task TaskFaults_AreAddedAndCleared()
    {
        var uuid = (string)(await Ok("POST", "vservers", "{}"))[0]!;
        await Ok("POST", "task-faults", $$"""[{"task":"reinstall","product":"{{uuid}}","status":"FAILED","effect":"half","newImage":true,"ends":false},{"task":"stop","times":0}]""");
        await Post($"product/vserver/{uuid}/reinstall", ("image", "debian11"));
        Clock.Advance(TimeSpan.FromSeconds(3));
        var failed = (await Get($"product/vserver/{uuid}/tasks")).Data![0]!;
        await Ok("DELETE", "task-faults");
        World.Change(uuid, new ProductChange { Power = PowerState.Online });
        await Post($"product/vserver/{uuid}/actions/stop");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var stopped = (await Get($"product/vserver/{uuid}/tasks")).Data![0]!;

        Assert.Equal(("FAILED", null, "OK"), ((string)failed["status"]!, (long?)failed["unix"]!["end"], (string)stopped["status"]!));
        Assert.Equal("debian11", World.State().Products.Single().Image);
    }

    [Fact]
    public async Task SettingsModelsFormsInstallationsAndReset_Work()
    {
        await Ok("POST", "settings", """{"deploymentTime":"0s","requestsPerSecond":0,"installingProducts":"listed"}""");
        await Ok("POST", "models/Fzasc", """{"stock":0,"allowPreorder":false}""");
        await Ok("POST", "forms/vserver:configure", """{"basePrice":5}""");
        await Ok("POST", "installations", """{"log":"broken"}""");
        await Post("manage/product/vserver:configure", Samples.VserverA);

        var state = await Ok("GET", "state");
        var models = (await Get("product/dedicated-server/models")).Data!.AsArray();
        await Ok("POST", "reset");

        Assert.Equal(7m, (decimal)state["monthlyPrice"]!);
        Assert.Equal((1, 0), ((int)state["ordersPlaced"]!, (int)state["duplicateOrders"]!));
        Assert.Equal(0, (int)models.Single(m => (string)m!["uuid"]! == "Fzasc")!["stock"]!);
        Assert.Empty((await Ok("GET", "state"))["products"]!.AsArray());
    }

    [Theory]
    [InlineData("POST", "products/nosuch", "{}")]
    [InlineData("POST", "products/nosuch", """{"colour":"red"}""")]
    [InlineData("POST", "clock", """{"advance":"soon"}""")]
    [InlineData("POST", "clock", "{}")]
    [InlineData("POST", "faults", """[{"stauts":500}]""")]
    [InlineData("POST", "faults", "not json")]
    [InlineData("POST", "task-faults", """[{"task":"dance"}]""")]
    [InlineData("POST", "task-faults", """[{"task":"start","effect":"half"}]""")]
    public async Task Request_ThatIsWrong_Is400AndSaysWhy(string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await SendRaw(method, $"../_sim/{path}", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("error", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ChangedByControl_AsksAndOrdersAccordingly()
    {
        await Ok("POST", "forms/vserver:configure/options/cpu", """{"name":"kerne"}""");
        await Ok("POST", "forms/vserver:configure/options", """{"name":"cpu","choices":["Intel Xeon","AMD EPYC"]}""");
        await Ok("POST", "forms/vserver:configure/options", """{"name":"comment"}""");

        var options = (await Get("manage/product/vserver:configure")).Data!["options"]!;
        var order = Samples.VserverA.With("data[kerne]", "4").With("data[cpu]", "1");
        var refused = await Post("manage/product/vserver:configure", order);
        var uuid = await Delivered("vserver:configure", order.With("data[comment]", "mine"));

        Assert.Equal("kerne,ram,disk,image,name,cpu,comment", string.Join(',', options.AsObject().Select(o => o.Key)));
        Assert.Equal(
            ("number", "AMD EPYC", "text"),
            ((string)options["kerne"]!["type"]!, (string)options["cpu"]!["options"]![1]!["display"]!, (string)options["comment"]!["type"]!));
        Assert.Equal("empty_field:comment", refused.Word);
        Assert.Equal(4, (int)(await Get($"product/vserver/{uuid}")).Data!["options"]!["cores"]!);
    }

    [Fact]
    public async Task Settings_VserversTellNoImage_HidesItFromTheClient()
    {
        var uuid = (string)(await Ok("POST", "vservers", "{}"))[0]!;
        await Ok("POST", "settings", """{"vserversTellImage":false}""");

        var told = (await Get($"product/vserver/{uuid}")).Data!;

        Assert.Equal((null, null), (told["image"], told["options"]!["image"]));
        Assert.Equal("debian10", (string)(await Ok("GET", "state"))["products"]![0]!["image"]!);
    }

    private async Task<JsonNode> Ok(string method, string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await SendRaw(method, $"../_sim/{path}", content);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
