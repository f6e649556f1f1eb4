using System.Text.Json.Nodes;

namespace Dashserv.Chaos.Judging;

/// <summary>One instance of a resource in the state.</summary>
internal sealed record StateInstance(string Type, int Index, bool IsTainted, JsonNode Attributes)
{
    public string? Id => Text("id");

    public string? OrderId => Text("order_id");

    /// <summary>Whether it was ordered, rather than belongs to something that was.</summary>
    public bool IsServer => Type is "dashserv_vserver" or "dashserv_dedicated_server";

    /// <summary>Whether it exists by itself at the API: a password and a restore are something that was done.</summary>
    public bool IsAThing => Type is not ("dashserv_vserver_password" or "dashserv_backup_restore");

    public string? Text(string attribute) => Attributes[attribute]?.ToString();
}
