"""Name countries as the 1992 set list does, by ISO 3166-1 code."""

from __future__ import annotations

COUNTRIES = {
    "AF": "AFGHANISTAN", "AO": "ANGOLA", "AR": "ARGENTINA", "AT": "AUSTRIA", "AU": "AUSTRALIA", "BE": "BELGIUM",
    "BO": "BOLIVIA", "BR": "BRAZIL", "BZ": "BELIZE", "CA": "CANADA", "CH": "SWITZERLAND", "CL": "CHILE",
    "CN": "PEOPLES REP OF CHINA", "CO": "COLOMBIA", "CR": "COSTA RICA", "CU": "CUBA", "CZ": "CZECHOSLOVAKIA",
    "DE": "WEST GERMANY", "DK": "DENMARK", "DO": "DOMINICAN REPUBLIC", "EC": "ECUADOR", "EG": "EGYPT", "ES": "SPAIN",
    "FI": "FINLAND", "FR": "FRANCE", "GB": "UNITED KINGDOM", "GT": "GUATEMALA", "HN": "HONDURAS", "HT": "HAITI",
    "HU": "HUNGARY", "IE": "IRELAND", "IL": "ISRAEL", "IQ": "IRAQ", "IR": "IRAN", "IT": "ITALY", "JM": "JAMAICA",
    "JP": "JAPAN", "KR": "REPUBLIC OF KOREA", "LB": "LEBANON", "LY": "LIBYA", "MX": "MEXICO", "NI": "NICARAGUA",
    "NL": "NETHERLANDS", "NO": "NORWAY", "PA": "PANAMA", "PE": "PERU", "PH": "PHILIPPINES", "PK": "PAKISTAN",
    "PL": "POLAND", "PY": "PARAGUAY", "RO": "ROMANIA", "RU": "USSR", "SE": "SWEDEN", "SU": "USSR", "SV": "EL SALVADOR",
    "TT": "TRINIDAD AND TOBAGO", "TW": "REPUBLIC OF CHINA", "US": "UNITED STATES", "UY": "URUGUAY",
    "VA": "VATICAN CITY", "VE": "VENEZUELA", "VN": "VIETNAM", "YU": "YUGOSLAVIA", "ZA": "REPUBLIC OF SOUTH AFRICA",
}  # fmt: skip

OF_INTEREST = frozenset({"SV", "GT", "HN", "AR", "BO", "CL", "CO", "EC", "PE"})
"""The nine countries whose incidents the conference collected (task documentation, section 1.0, 4)."""

PROVINCE = {
    "AR": "PROVINCE",
    "EC": "PROVINCE",
    "CL": "OFFICIAL REGION",
    "NI": "DEPARTMENT",
    "MX": "STATE",
    "BR": "STATE",
}
"""What the first level below the country is called; elsewhere it is a department."""
