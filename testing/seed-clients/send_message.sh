curl -X POST http://localhost:8000/api/chat \
  -H "Content-Type: application/json" \
  -d '{
    "message": "What emails did we process today?",
    "session_id": "abc-123-def-456"
  }'
