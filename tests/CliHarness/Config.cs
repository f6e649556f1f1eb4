namespace CliHarness;

/// <summary>Configurations that scenarios begin with.</summary>
public static class Config
{
    public const string Web = "dashserv_vserver.web";

    /// <summary>What every configuration has.</summary>
    public const string Provider = """
        terraform {
          required_providers {
            dashserv = {
              source = "dashserv/dashserv"
            }
          }
        }

        """;

    /// <summary>One server, <c>dashserv_vserver.web</c>. What is given is written as it is; null leaves an argument out.</summary>
    public static string Vserver(
        int? cores = 1, int? ram = 2, int? disk = 40, string? name = "web", string? image = "debian11", string? location = "Skylink, Eygelshoven",
        string more = "") =>
        Provider + Resource("web", cores, ram, disk, name, image, location, more);

    public static string Resource(
        string label, int? cores = 1, int? ram = 2, int? disk = 40, string? name = "web", string? image = "debian11",
        string? location = "Skylink, Eygelshoven", string more = "") => $$"""
        resource "dashserv_vserver" "{{label}}" {
          {{Line("name", Quoted(name))}}
          {{Line("location", Quoted(location))}}
          {{Line("cores", cores?.ToString())}}
          {{Line("ram", ram?.ToString())}}
          {{Line("disk", disk?.ToString())}}
          {{Line("image", Quoted(image))}}
          {{more}}
        }

        """;

    /// <summary>Any resource, by its address: <c>dashserv_backup.nightly</c>.</summary>
    public static string Block(string address, string body) => $"resource \"{address.Replace(".", "\" \"", StringComparison.Ordinal)}\" {{\n{body}\n}}\n\n";

    private static string? Quoted(string? text) => text is null ? null : $"\"{text}\"";

    private static string Line(string name, string? value) => value is null ? "" : $"{name} = {value}";
}
