namespace Dashserv.Api.Json;

/// <summary>An answer about something else than what was asked for, as a confused cache gives it, is no answer.</summary>
internal static class Requested
{
    /// <summary>A reader that also holds what it reads against the id that was asked for.</summary>
    public static Func<WireValue, T> Read<T>(string uuid, Func<WireValue, T> read, Func<T, string> idOf) => data =>
    {
        var answer = read(data);
        return idOf(answer) == uuid
            ? answer
            : throw new ShapeException("data.uuid", $"is \"{idOf(answer)}\" where \"{uuid}\" was asked for");
    };
}
