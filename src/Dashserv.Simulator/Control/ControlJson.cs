using System.Text.Json.Serialization;

namespace Dashserv.Simulator.Control;

/// <summary>How the control interface reads and writes. A misspelt field is an error: a rule that matches too much would be found late.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(WorldState))]
[JsonSerializable(typeof(ProductChange))]
[JsonSerializable(typeof(BackupChange))]
[JsonSerializable(typeof(ScheduledTaskChange))]
[JsonSerializable(typeof(VserverSeed))]
[JsonSerializable(typeof(SettingsChange))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(List<FaultRule>))]
[JsonSerializable(typeof(List<OrderScript>))]
[JsonSerializable(typeof(List<TaskFault>))]
[JsonSerializable(typeof(IReadOnlyList<JournalEntry>))]
[JsonSerializable(typeof(JournalAnswer))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ControlJson : JsonSerializerContext;
