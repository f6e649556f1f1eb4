using Dashserv.Provider.DedicatedServers;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>An installer's log is told when it fails; the passwords in it are not.</summary>
public sealed class InstallerLogTests
{
    [Theory]
    [InlineData("root password: s3cret!x\nmdadm: failed", "root password: (withheld)\nmdadm: failed")]
    [InlineData("Passwort = s3cret!x", "Passwort = (withheld)")]
    [InlineData("set root password to s3cret!x", "set root password to (withheld)")]
    [InlineData("ROOT_PASSWORD=s3cret!x", "ROOT_PASSWORD=(withheld)")]
    [InlineData("\"rootPassword\": \"s3cret!x\",", "\"rootPassword\": (withheld)")]
    [InlineData("passwd: password updated", "passwd: (withheld) updated")]
    [InlineData("all 3 passes done", "all 3 passes done")]
    public void WithoutSecrets_PasswordThatTheApiDoesNotList_IsWithheld(string log, string expected) =>
        Assert.Equal(expected, InstallerLog.WithoutSecrets(log, []));

    [Fact]
    public void WithoutSecrets_PasswordThatTheApiLists_IsWithheldWhereverItStands() =>
        Assert.Equal("chpasswd root/(withheld) ok", InstallerLog.WithoutSecrets("chpasswd root/hunter2x ok", ["hunter2x", ""]));
}
