using Dashserv.Api.Secrets;

namespace Dashserv.Api.Tests.Secrets;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("rootPassword")]
    [InlineData("ROOT_PASSWD")]
    [InlineData("passphrase")]
    [InlineData("Kennwort")]
    [InlineData("pw")]
    [InlineData("vncPw")]
    [InlineData("root_pw")]
    [InlineData("data[pin]")]
    [InlineData("pin2")]
    [InlineData("otp")]
    [InlineData("totpSeed")]
    [InlineData("key")]
    [InlineData("sshKeys")]
    [InlineData("license-key")]
    [InlineData("privateKey")]
    [InlineData("apikey")]
    [InlineData("accesstoken")]
    [InlineData("authorization")]
    [InlineData("auth")]
    [InlineData("clientSecret")]
    [InlineData("credentials")]
    [InlineData("Zugangsdaten")]
    [InlineData("session_cookie")]
    [InlineData("user_data")]
    public void Match_NameOfASecret_IsOne(string name) => Assert.True(SecretNames.Match(name));

    [Theory]
    [InlineData("")]
    [InlineData("hostname")]
    [InlineData("data[cpu]")]
    [InlineData("ping")]
    [InlineData("shopping")]
    [InlineData("monkey")]
    [InlineData("keyboard")]
    [InlineData("author")]
    [InlineData("domain")]
    [InlineData("status")]
    [InlineData("ipv4")]
    public void Match_OtherName_IsNone(string name) => Assert.False(SecretNames.Match(name));
}
