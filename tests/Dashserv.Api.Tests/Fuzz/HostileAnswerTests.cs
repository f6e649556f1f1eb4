using System.Net;
using System.Text;
using Dashserv.Api.Models;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Fuzz;

/// <summary>
/// Each call, answered with what almost is an answer: it is read, or it is an error of the API's. DASHSERV_FUZZ says how many answers each call gets, and
/// DASHSERV_FUZZ_SEED which.
/// </summary>
public sealed class HostileAnswerTests
{
    private static readonly int Answers = FuzzSetting.Of("DASHSERV_FUZZ", 500);

    private static readonly HttpStatusCode[] Statuses =
    [
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.Forbidden,
        HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound,
    ];

    private static readonly OrderField[] Fields = [new("cpu", "2")];

    private static readonly Dictionary<string, Func<DashservClient, CancellationToken, Task>> Calls = new()
    {
        ["vserver-list"] = (c, stop) => c.Vservers.ListAsync(stop),
        ["vserver-get"] = (c, stop) => c.Vservers.GetAsync("a", stop),
        ["vserver-images"] = (c, stop) => c.Vservers.ImagesAsync(stop),
        ["vserver-status"] = (c, stop) => c.Vservers.StatusAsync("a", stop),
        ["vserver-stats"] = (c, stop) => c.Vservers.StatsAsync("a", "day", stop),
        ["vserver-tasks"] = (c, stop) => c.Vservers.TasksAsync("a", stop),
        ["vserver-upgrade"] = (c, stop) => c.Vservers.UpgradeAsync("a", 1, 2, 3, stop),
        ["vserver-start"] = (c, stop) => c.Vservers.StartAsync("a", stop),
        ["vserver-reinstall"] = (c, stop) => c.Vservers.ReinstallAsync("a", "debian11", stop),
        ["vserver-password"] = (c, stop) => c.Vservers.ResetPasswordAsync("a", stop),
        ["vserver-backups"] = (c, stop) => c.Backups.ListAsync("a", stop),
        ["vserver-backup-create"] = (c, stop) => c.Backups.CreateAsync("a", "b", stop),
        ["vserver-backup-delete"] = (c, stop) => c.Backups.DeleteAsync("a", "b", stop),
        ["vserver-backup-restore"] = (c, stop) => c.Backups.RestoreAsync("a", "b", stop),
        ["vserver-scheduled-tasks"] = (c, stop) => c.ScheduledTasks.ListAsync("a", stop),
        ["vserver-scheduled-task-create"] = (c, stop) => c.ScheduledTasks.CreateAsync("a", "DAILY", "START", null, stop),
        ["vserver-scheduled-task-delete"] = (c, stop) => c.ScheduledTasks.DeleteAsync("a", "b", stop),
        ["dedicated-server-list"] = (c, stop) => c.DedicatedServers.ListAsync(stop),
        ["dedicated-server-get"] = (c, stop) => c.DedicatedServers.GetAsync("a", stop),
        ["dedicated-server-models"] = (c, stop) => c.DedicatedServers.ModelsAsync(stop),
        ["dedicated-server-templates"] = (c, stop) => c.DedicatedServers.TemplatesAsync(stop),
        ["dedicated-server-status"] = (c, stop) => c.DedicatedServers.StatusAsync("a", stop),
        ["dedicated-server-network"] = (c, stop) => c.DedicatedServers.NetworkAsync("a", stop),
        ["dedicated-server-installation-status"] = (c, stop) => c.DedicatedServers.InstallationStatusAsync("a", stop),
        ["dedicated-server-installation-create"] = (c, stop) => c.DedicatedServers.InstallAsync("a", "295", "db", stop),
        ["dedicated-server-start"] = (c, stop) => c.DedicatedServers.StartAsync("a", stop),
        ["order-form"] = (c, stop) => c.Orders.GetFormAsync("a", stop),
        ["order-quote"] = (c, stop) => c.Orders.QuoteAsync("a", Fields, stop),
        ["order-place"] = (c, stop) => c.Orders.PlaceAsync("a", Fields, stop),
        ["order-status"] = (c, stop) => c.Orders.GetAsync("B86uM", stop),
        ["product-terminate"] = (c, stop) => c.Products.TerminateAsync("vserver", "a", stop),
        ["error-not-found"] = (c, stop) => c.Products.GetAsync("vserver", "a", stop),
        ["order-validation-error"] = (c, stop) => c.Orders.PlaceAsync("a", Fields, stop),
        ["introduction-empty-list"] = (c, stop) => c.Products.ListAsync("webhosting", stop),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_AlmostAnAnswer_IsReadOrAnErrorOfTheApis(string fixture)
    {
        var seed = FuzzSetting.Seed;
        var random = new Random(seed + fixture.Sum(c => c));
        var (answer, status, sent) = (Array.Empty<byte>(), HttpStatusCode.OK, 0);
        using var given = new Given { MaxRetries = 0 };
        given.Api.Answer((_, _) =>
        {
            sent++;
            var content = new ByteArrayContent(answer);
            content.Headers.ContentType = new("application/json");
            return Task.FromResult(new HttpResponseMessage(status) { Content = content });
        });
        var json = Given.Fixture(fixture);
        for (var i = 0; i < Answers; i++)
        {
            (answer, status, sent) = (Mutation.Of(json, random), Statuses[random.Next(Statuses.Length)], 0);
            var failure = await Record.ExceptionAsync(
                () => Calls[fixture](given.Client, Given.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), Given.CancellationToken));
            Assert.True(failure is null or ApiException, $"seed {seed}, answer {i}, {(int)status}: {failure}\n{Encoding.UTF8.GetString(answer)}");
            Assert.Equal(1, sent);
            Assert.True(failure is null || failure.Message.Length < 5000, $"seed {seed}, answer {i}: a message of {failure?.Message.Length} characters.");
        }
    }
}
