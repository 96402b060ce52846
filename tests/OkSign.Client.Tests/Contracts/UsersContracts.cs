using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class UsersContracts
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Users.retrieve", "GET", "/v1/users/retrieve", async (client, token) => await client.Users.RetrieveAsync(token))
        {
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": [ { "name": "Owner Example", "email": "owner@example.com", "mobile": "", "actingas": "Director",
                      "role": "admin", "status": "active", "language": "nl", "signerid": "{{Wire.AnnaText}}", "ts": "2025-03-01T10:15:30+01:00" } ] }
                    """, Wire.IsListOf<AccountUser>(users =>
                    {
                        AccountUser user = Assert.Single(users);
                        Assert.Equal(("Owner Example", "owner@example.com", "", "Director"), (user.Name, user.Email, user.Mobile, user.ActingAs));
                        Assert.Equal((new UserRole("admin"), new UserStatus("active"), Language.Dutch), (user.Role, user.Status, user.Language));
                        Assert.Equal(Wire.Anna, user.SignerId);
                        Assert.Equal(Wire.Timestamp, user.Timestamp);
                    })),
                .. DocumentsContracts.EmptyForms<AccountUser>(),
            ],
        },
    ];
}
