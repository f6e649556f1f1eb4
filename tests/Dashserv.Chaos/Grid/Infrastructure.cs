namespace Dashserv.Chaos.Grid;

/// <summary>Configurations of so many servers, each named <c>web-0</c>, <c>web-1</c>…, and of what belongs to each.</summary>
/// <param name="Count">How many.</param>
/// <param name="Limit">How long each operation may take: a search for what does not exist must not take its five minutes.</param>
internal sealed record Infrastructure(int Count, string Limit)
{
    public const string Model = "h5HGC";
    public const string Template = "Debian 11 (Bullseye)";

    public static string Empty => Config.Provider;

    private string Limits => $"timeouts = {{ create = \"{Limit}\", update = \"{Limit}\", delete = \"{Limit}\" }}";

    private string UpdateLimits => $"timeouts = {{ create = \"{Limit}\", update = \"{Limit}\" }}";

    public string Vservers(bool large = false, string image = "debian11", string more = "") => Config.Provider + Config.Resource(
        "web", large ? 2 : 1, large ? 4 : 2, large ? 80 : 40, "web-${count.index}", image, more: $"count = {Count}\n  {Limits}\n  {more}");

    public string DedicatedServers() => Config.Provider + Config.Block(
        "dashserv_dedicated_server.web",
        $"  count = {Count}\n  model = \"{Model}\"\n  hostname = \"db-${{count.index}}\"\n  template = \"{Template}\"\n  location = \"Skylink, Eygelshoven\"\n"
            + $"  {Limits}");

    public string Backups() => Owned("dashserv_backup.b", $"name = \"b\"\n  timeouts = {{ create = \"{Limit}\", delete = \"{Limit}\" }}");

    public string Restores() => Owned("dashserv_backup_restore.r", $"backup_id = dashserv_backup.b[count.index].id\n  {UpdateLimits}");

    public string ScheduledTasks() => Owned("dashserv_scheduled_task.t", "interval = \"DAILY\"\n  command = \"START\"");

    public string Passwords() => Owned("dashserv_vserver_password.p", UpdateLimits);

    private string Owned(string address, string body) =>
        Config.Block(address, $"  count = {Count}\n  vserver_id = dashserv_vserver.web[count.index].id\n  {body}");
}
