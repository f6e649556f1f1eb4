using System.Net.Http.Headers;
using System.Text.Json;

namespace Dashserv.Provider.Tests.ScheduledTasks;

/// <summary>Somebody else at the same account, who looks at a vserver's scheduled tasks and deletes them.</summary>
internal static class PanelTasks
{
    public static async Task<IReadOnlyList<string>> ScheduledAsync(this ProviderWorld world, string vserver)
    {
        using var http = Open();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(Address(world, vserver)));
        return [.. answer.RootElement.GetProperty("data").EnumerateArray().Select(t => t.GetProperty("uuid").GetString()!)];
    }

    public static async Task DeleteScheduledAsync(this ProviderWorld world, string vserver, string task)
    {
        using var http = Open();
        using var request = new HttpRequestMessage(HttpMethod.Delete, Address(world, vserver));
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("taskuuid", task)]);
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static HttpClient Open()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "simulator-reseller");
        return http;
    }

    private static Uri Address(ProviderWorld world, string vserver) => new($"{world.Simulator.Endpoint}/product/vserver/{vserver}/tasks/scheduled");
}
