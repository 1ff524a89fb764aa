import httpx

# Create session
session_response = httpx.post("http://localhost:8000/api/chat/sessions")
session_id = session_response.json()["id"]

# Send message
response = httpx.post(
    "http://localhost:8000/api/chat",
    json={
        "message": "Show me a summary of today's activity",
        "session_id": session_id,
        "stream": False
    }
)

print(response.json()["message"])
