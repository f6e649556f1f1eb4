using System.Security.Cryptography;
using System.Text;
using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.VserverPasswords;

/// <summary>A server, its password, and the keys that it is told in.</summary>
internal static class TestVserverPassword
{
    public const string Type = "dashserv_vserver_password";

    public static RSA Key { get; } = RSA.Create(2048);

    public static string PublicPem { get; } = Key.ExportSubjectPublicKeyInfoPem();

    public static ResourceInstance Password(this ProviderWorld world) => world.Resource(Type);

    /// <summary>A server that nobody ordered, and a configuration of its password.</summary>
    /// <param name="world">Where.</param>
    /// <param name="ageHours">How long it has been there.</param>
    public static Config SeedServer(this ProviderWorld world, double ageHours = 24) =>
        Config.Of(("vserver_id", Assert.Single(world.Simulator.World.SeedVservers(new VserverSeed { AgeHours = ageHours }))));

    /// <summary>The password that the server really has; null before it was ever reset.</summary>
    public static string? RealPassword(this ProviderWorld world) => world.TheProduct().Passwords.GetValueOrDefault("root");

    public static int Resets(this ProviderWorld world) => world.Simulator.Journal.Count("*/password", "POST");

    /// <summary>As Terraform's <c>rsadecrypt</c> does.</summary>
    public static string Decrypt(string encrypted, RSA? key = null) =>
        Encoding.UTF8.GetString((key ?? Key).Decrypt(Convert.FromBase64String(encrypted), RSAEncryptionPadding.Pkcs1));
}
