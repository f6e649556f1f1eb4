using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TerraformPlugin.Hosting;

/// <summary>What the debug mode prints: the variable that makes Terraform use this process instead of starting one.</summary>
internal static class ReattachLine
{
    // The value goes to a shell and a log, never into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(string providerAddress, int processId, string network, string address)
    {
        var json = Json(providerAddress, processId, network, address);
        var quoted = json.Replace("'", OperatingSystem.IsWindows() ? "''" : "'\"'\"'", StringComparison.Ordinal);
        var assignment = OperatingSystem.IsWindows() ? "$env:TF_REATTACH_PROVIDERS=" : "TF_REATTACH_PROVIDERS=";
        return "Provider started. To attach Terraform CLI, set the TF_REATTACH_PROVIDERS environment variable with the following:\n\n" +
            $"\t{assignment}'{quoted}'\n";
    }

    private static string Json(string providerAddress, int processId, string network, string address)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject(providerAddress);
            json.WriteString("Protocol", "grpc");
            json.WriteNumber("ProtocolVersion", 6);
            json.WriteNumber("Pid", processId);
            // "Test" keeps the client from stopping a process it did not start.
            json.WriteBoolean("Test", true);
            json.WriteStartObject("Addr");
            json.WriteString("Network", network);
            json.WriteString("String", address);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
