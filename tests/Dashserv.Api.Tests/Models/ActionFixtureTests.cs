using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Models;

/// <summary>What each call that does something sends, and that the sample of its answer is success.</summary>
public sealed class ActionFixtureTests
{
    public static TheoryData<string, string, string> Samples => new()
    {
        { "product-terminate", "DELETE /v1/product/vserver/u", "" },
        { "vserver-upgrade", "PUT /v1/product/vserver/u/upgrade", "cpu=4&ram=0.5&disk=120" },
        { "vserver-start", "POST /v1/product/vserver/u/actions/start", "" },
        { "vserver-shutdown", "POST /v1/product/vserver/u/actions/shutdown", "" },
        { "vserver-stop", "POST /v1/product/vserver/u/actions/stop", "" },
        { "vserver-restart", "POST /v1/product/vserver/u/actions/restart", "" },
        { "vserver-reset", "POST /v1/product/vserver/u/actions/reset", "" },
        { "vserver-reinstall", "POST /v1/product/vserver/u/reinstall", "image=debian10" },
        { "vserver-password", "POST /v1/product/vserver/u/password", "" },
        { "vserver-backup-create", "POST /v1/product/vserver/u/backup", "name=testbackup" },
        { "vserver-backup-delete", "DELETE /v1/product/vserver/u/backup/Nl8cU", "" },
        { "vserver-backup-restore", "PUT /v1/product/vserver/u/backup/Nl8cU", "" },
        { "vserver-scheduled-task-create", "POST /v1/product/vserver/u/tasks/scheduled", "interval=DAILY&command=BACKUP&nextexecution=18.03.2022+09:21" },
        { "vserver-scheduled-task-delete", "DELETE /v1/product/vserver/u/tasks/scheduled", "taskuuid=7idOS" },
        { "dedicated-server-start", "POST /v1/product/dedicated-server/u/actions/start", "" },
        { "dedicated-server-shutdown", "POST /v1/product/dedicated-server/u/actions/shutdown", "" },
        { "dedicated-server-reset", "POST /v1/product/dedicated-server/u/actions/reset", "" },
        { "dedicated-server-installation-create", "POST /v1/product/dedicated-server/u/installation/create", "template=295&hostname=h" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Action_Sample_IsSentAsDocumentedAndSucceeds(string fixture, string line, string body)
    {
        using var given = Given.Answering(fixture);

        await ActAsync(given.Client, fixture);

        var request = Assert.Single(given.Api.Requests);
        Assert.Equal((line, body), (request.Line, request.DecodedBody));
    }

    [Fact]
    public async Task ActionAsync_TaskUuidOrWord_AreBothSuccess()
    {
        using var given = Given.Answering("vserver-start");
        given.Api.Answer(Given.Fixture("dedicated-server-start"));

        Assert.Equal("gAbgA", await given.Client.Products.ActionAsync("vserver", "u", "start", Given.CancellationToken));
        Assert.Null(await given.Client.Products.ActionAsync("dedicated-server", "u", "start", Given.CancellationToken));
    }

    [Theory]
    [InlineData("vserver-upgrade-cannot-downgrade", "cannot_downgrade_disk")]
    [InlineData("vserver-upgrade-exceeds-limit", "upgrade_resources_exceeds_limit")]
    public async Task UpgradeAsync_FailureUnderSuccess_IsRejected(string fixture, string word)
    {
        using var given = Given.Answering(fixture);

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.UpgradeAsync("u", 1, 1, 1, Given.CancellationToken));

        Assert.Equal((ApiErrorKind.Rejected, word, false), (e.Kind, e.Word, e.MayHaveHadEffect));
    }

    [Fact]
    public async Task Generic_Samples_AreReadAsProducts()
    {
        using var given = Given.Answering("vserver-get");
        given.Api.Answer(Given.Fixture("dedicated-server-list")).Answer(Given.Fixture("vserver-status")).Answer(Given.Fixture("introduction-empty-list"));

        var vserver = await given.Client.Products.GetAsync("vserver", "lLPgX", Given.CancellationToken);
        var server = Assert.Single(await given.Client.Products.ListAsync("dedicated-server", Given.CancellationToken));
        var status = await given.Client.Products.StatusAsync("vserver", "lLPgX", Given.CancellationToken);

        Assert.Equal(("lLPgX", "test", "okay", "kc7aV", 2.17m), (vserver.Uuid, vserver.Name, vserver.Status, vserver.Location!.Uuid, vserver.Payment!.Price));
        Assert.Contains("\"bandwidth\"", vserver.Json, StringComparison.Ordinal);
        Assert.Equal(("o3qzt", "kc7aV"), (server.Uuid, server.Location!.Uuid));
        Assert.Equal("online", status.Status);
        Assert.Empty(await given.Client.Products.ListAsync("webhosting", Given.CancellationToken));
    }

    [Fact]
    public async Task Account_Answers_AreRead()
    {
        using var given = new Given();
        given.Api.Data("""{"customer": 14810, "balance": {"amount": "12.50"}}""")
            .Data("""[{"product": {"name": "vserver:configure", "uuid": "lLPgX"}, "status": "DELETED", "name": "test"}]""")
            .Data("""[{"uuid": "t1", "amount": 5}, "odd"]""")
            .Data("[]");

        var user = await given.Client.Account.UserAsync(Given.CancellationToken);
        var product = Assert.Single((await given.Client.Account.ProductsAsync(Given.CancellationToken))!);
        var transactions = (await given.Client.Account.TransactionsAsync(Given.CancellationToken))!;

        Assert.Equal(("14810", 12.5m), (user!.Customer, user.Balance));
        Assert.Equal(("vserver:configure", "lLPgX", "deleted", "test"), (product.ProductName, product.ProductUuid, product.Status, product.Name));
        Assert.Equal(["t1", null], transactions.Select(static entry => entry.Uuid));
        Assert.Empty((await given.Client.Account.InvoicesAsync(Given.CancellationToken))!);
    }

    private static Task ActAsync(DashservClient client, string fixture)
    {
        var cancellationToken = Given.CancellationToken;
        return fixture switch
        {
            "product-terminate" => client.Products.TerminateAsync("vserver", "u", cancellationToken),
            "vserver-upgrade" => client.Vservers.UpgradeAsync("u", 4, 0.50m, 120, cancellationToken),
            "vserver-start" => TaskOf(client.Vservers.StartAsync("u", cancellationToken)),
            "vserver-shutdown" => TaskOf(client.Vservers.ShutdownAsync("u", cancellationToken)),
            "vserver-stop" => TaskOf(client.Vservers.StopAsync("u", cancellationToken)),
            "vserver-restart" => TaskOf(client.Vservers.RestartAsync("u", cancellationToken)),
            "vserver-reset" => TaskOf(client.Vservers.ResetAsync("u", cancellationToken)),
            "vserver-reinstall" => TaskOf(client.Vservers.ReinstallAsync("u", "debian10", cancellationToken)!),
            "vserver-password" => client.Vservers.ResetPasswordAsync("u", cancellationToken),
            "vserver-backup-create" => client.Backups.CreateAsync("u", "testbackup", cancellationToken),
            "vserver-backup-delete" => client.Backups.DeleteAsync("u", "Nl8cU", cancellationToken),
            "vserver-backup-restore" => client.Backups.RestoreAsync("u", "Nl8cU", cancellationToken),
            "vserver-scheduled-task-create" => client.ScheduledTasks.CreateAsync("u", "DAILY", "BACKUP", "18.03.2022 09:21", cancellationToken),
            "vserver-scheduled-task-delete" => client.ScheduledTasks.DeleteAsync("u", "7idOS", cancellationToken),
            "dedicated-server-start" => client.DedicatedServers.StartAsync("u", cancellationToken),
            "dedicated-server-shutdown" => client.DedicatedServers.ShutdownAsync("u", cancellationToken),
            "dedicated-server-reset" => client.DedicatedServers.ResetAsync("u", cancellationToken),
            "dedicated-server-installation-create" => client.DedicatedServers.InstallAsync("u", "295", "h", cancellationToken),
            _ => throw new InvalidOperationException(fixture),
        };
    }

    private static async Task TaskOf(Task<string?> task) => Assert.Equal("gAbgA", await task);
}
