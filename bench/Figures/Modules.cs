namespace Figures;

/// <summary>The configurations that are measured.</summary>
internal static class Modules
{
    public const int Cores = 1;
    public const int Ram = 2;
    public const int Disk = 40;
    public const string Image = "debian11";

    /// <summary>No provider at all: Terraform's own time.</summary>
    public const string Empty = """output "nothing" { value = 1 }""";

    /// <summary>Servers named <c>prefix-1</c> and on.</summary>
    public static string Vservers(string prefix, int count) => $$"""
        terraform {
          required_providers {
            dashserv = {
              source = "dashserv/dashserv"
            }
          }
        }

        provider "dashserv" {}

        resource "dashserv_vserver" "fleet" {
          count    = {{count}}
          name     = "{{prefix}}-${count.index + 1}"
          location = "Skylink, Eygelshoven"
          cores    = {{Cores}}
          ram      = {{Ram}}
          disk     = {{Disk}}
          image    = "{{Image}}"
        }
        """;

    /// <summary>As many resources that cost nothing: they are Terraform's own, and no process is started for them.</summary>
    public static string TerraformData(int count) => $$"""
        resource "terraform_data" "fleet" {
          count = {{count}}
          input = "data-${count.index + 1}"
        }
        """;

    /// <summary>Terraform's own resources again, each with a server's attributes in it: what so much content costs without any provider.</summary>
    /// <param name="count">How many.</param>
    /// <param name="attributes">The attributes as JSON, which is an expression of HCL too.</param>
    public static string SameContent(int count, string attributes) => $$"""
        resource "terraform_data" "fleet" {
          count = {{count}}
          input = {{attributes}}
        }
        """;
}
